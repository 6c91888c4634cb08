"""What reports state: plans, demands, money, projects, duties and documents, one module each."""

"use strict";
// Every word of the page in both languages. What gazettes print stays as printed.
const KG = {};

KG.words = {
  heading: ["公报里的人与机构", "People and bodies in the gazettes"],
  skip: ["跳到内容", "Skip to the facts"],
  search: ["查找人员、机构、项目（姓名、全称、简称）", "Find a person, body or project (Chinese name, short name)"],
  searchShort: ["查找人员、机构、项目", "Find"],
  drawing: ["关系图", "Network"],
  network: ["关系图：方向键移动，加减号缩放。右侧列表可用键盘浏览同样的内容。", "Network: arrow keys move it, plus and minus zoom. The list beside it holds the same for the keyboard."],
  zoom: ["缩放", "Zoom"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  zoomFit: ["显示全部", "Show all"],
  legend: ["图例", "Legend"],
  legendGroups: ["机构类别，点按可隐藏", "Kinds of body: press to hide"],
  legendStates: ["关系，点按可隐藏", "Relations: press to hide"],
  legendLevels: ["机构层级，点按可隐藏", "Levels of bodies: press to hide"],
  within: ["只看此机构及其下属", "Only this body and its parts"],
  narrowed: ["只看“{}”及其下属机构", "Only {} and its parts"],
  noWithin: ["看全部机构", "All bodies again"],
  filtered: ["筛选隐去了{}。", "Hidden by the filters: {}. "],
  panel: ["事实与出处", "Facts and evidence"],
  question: ["谁在哪个机构任什么职", "Who holds what in which body"],
  none: ["没有找到", "Nothing found"],
  back: ["回到总览", "Back to overview"],
  alsoDrawn: ["另外画出了{}个。", "{} more are drawn as well. "],
  grow: ["再画出{}个", "Draw {} more"],
  expand: ["单看其关系", "Draw its relations alone"],
  person: ["人员", "Person"],
  body: ["机构", "Body"],
  relation: ["任职关系", "Person in a body"],
  posts: ["所任职务", "Posts"],
  holders: ["任职人员", "Holders of posts"],
  relations: ["其他关系", "Other relations"],
  others: ["其他人员", "Other people"],
  namesakes: ["同名者", "Others of this name"],
  day: ["在任于", "In office on"],
  byDay: ["截至", "Dated by"],
  fromDay: ["日期自", "Dated from"],
  noDay: ["不限日期", "Any day"],
  sure: ["确定在任", "certain"],
  maybe: ["可能在任", "possible"],
  unknown: ["起止未知", "no bound known"],
  sources: ["推断所据", "What the bound is derived from"],
  notThen: ["当日不在任", "Not in office"],
  dayUnknown: ["日期不详", "on an unknown day"],
  startUnknown: ["开始未知", "start unknown"],
  inOfficeBy: ["最晚{}已在任", "in office by {}"],
  began: ["{}开始", "began {}"],
  endUnknown: ["结束未知", "end unknown"],
  lastSeen: ["{}仍在任，结束未知", "last seen in office {}, end unknown"],
  leftBy: ["最晚{}已离任", "had left by {}"],
  ended: ["{}离任", "left {}"],
  parts: ["下属机构", "Parts"],
  partOf: ["隶属", "Part of"],
  alsoPrinted: ["又作", "Also printed as"],
  facts: ["按日期排列的记载", "What is stated, by date"],
  noFacts: ["没有直接记载", "Nothing is stated directly"],
  undated: ["无日期", "undated"],
  more: ["更多", "Show more"],
  whole: ["全文", "Whole passage"],
  unknownGazette: ["公报", "Gazette"],
  bodies: ["图中机构", "Bodies drawn"],
  hubs: ["图中责任人与单位", "People and bodies drawn"],
  lens: ["看什么", "What to look at"],
  lensPosts: ["任职", "Appointments"],
  lensDuties: ["职责", "Responsibilities"],
  lensMeetings: ["会议", "Meetings"],
  lensBodies: ["机构", "Bodies"],
  lensPeople: ["履历", "Careers"],
  lensProjects: ["项目", "Projects"],
  questionMeetings: ["会议决定了什么，谁到会", "What meetings decided, and who sat in them"],
  questionBodies: ["机构如何组成", "What bodies are made of"],
  questionPeople: ["谁先后任过哪些职务", "Who held which posts, one after the other"],
  questionProjects: ["项目进展如何，由谁承担", "How far projects are, and who acts in them"],
  hubsMeetings: ["图中会议", "Meetings drawn"],
  hubsPeople: ["图中人员", "People drawn"],
  hubsProjects: ["图中单位与类别", "Bodies and kinds drawn"],
  meeting: ["会议", "Meeting"],
  metBody: ["召开", "Held by"],
  ofMeeting: ["所在会议", "Its meetings"],
  meetings: ["参加的会议", "Meetings"],
  sector: ["项目类别（未写明单位）", "Kind of project, nobody named"],
  asNetwork: ["关系图", "Network"],
  asBars: ["时间线", "Timeline"],
  asWhat: ["怎么看", "How to look at it"],
  chart: ["时间线：每行一次任职，按回车看出处", "Timeline: one line a tenure; Enter shows its evidence"],
  noBars: ["没有可以画出的任职时间", "No tenure to draw"],
  slider: ["日期滑块", "The day, as a slider"],
  until: ["至", "to"],
  play: ["播放", "Play"],
  pause: ["暂停", "Pause"],
  paragraph: ["所在段落", "In its paragraph"],
  hide: ["收起", "Hide"],
  wholeItem: ["整件原文", "The whole item as printed"],
  close: ["关闭", "Close"],
  noText: ["此页没有收入原文", "The text is not in this page"],
  take: ["取用", "Take away"],
  takePng: ["图片 PNG", "Picture, PNG"],
  takeSvg: ["图片 SVG", "Picture, SVG"],
  takeCsv: ["表格 CSV", "Table, CSV"],
  takeSparql: ["SPARQL 查询", "SPARQL query"],
  takePrint: ["打印", "Print"],
  copy: ["复制", "Copy"],
  copied: ["已复制", "Copied"],
  onServer: ["在查询页打开", "Open in the query page"],
  sparqlSays: ["按现有筛选查询整个图谱，图中放不下的也在内；任职只查任期，不含提名和单纯的出席；右栏选定的记载类别无法写入查询", "Asks the whole graph by the filters, also what the drawing has no room for; of appointments only tenures, neither proposals nor mere attendance; a kind of statements picked in the panel cannot be said"],
  allEvents: ["各类记载", "All kinds"],
  events: ["只看某类记载", "Show only what is of a kind"],
  questionDuties: ["谁对什么负责", "Who answers for what"],
  duty: ["职责关系", "Duty"],
  duties: ["职责", "Responsibilities"],
  agents: ["责任人与单位", "Who answers for it"],
  noAgents: ["未写明由谁负责", "Nobody is named as answering for it"],
  stated: ["有关记载", "What is stated of it"],
  projects: ["项目", "Projects"],
  gives: ["提出的意见建议", "Opinions and advice given"],
  asked: ["收到的意见建议", "Opinions and advice received"],
  reports: ["办理情况报告", "Reports on what became of opinions"],
  topics: ["工作要点中的议题", "Topics of work plans"],
  findings: ["所涉会议和文件中的矛盾", "Contradictions in these papers and meetings"],
  answer: ["答复", "Answer"],
  takenUp: ["列入议程", "On the agenda"],
  noAnswer: ["没有找到答复", "no answer found"],
  answers: ["所答意见", "Answers"],
  days: ["天后", "days later"],
};

KG.groups = {
  congress: ["人大及常委会", "Congress and its committees"],
  government: ["政府及部门、街镇", "Government, departments, streets"],
  justice: ["监察、法院、检察院", "Supervision, court, procuratorate"],
  party: ["党委、政协", "Party, consultative conference"],
  other: ["其他机构", "Other bodies"],
};

// By the narrowest place in the full name, or of what the body is part of, in the order of kg/network/levels.py.
KG.levels = {
  province: ["省级", "Province"],
  city: ["市、州", "City, prefecture"],
  county: ["县、区", "County, district"],
  town: ["乡镇、街道", "Town, street"],
  noLevel: ["层级未写明", "Level not told"],
};

KG.states = {
  known: ["任职，结束未知", "Held a post, end unknown"],
  left: ["已离任", "Has left"],
  undated: ["任职，时间未知", "Held a post, time unknown"],
  proposed: ["提名", "Proposed"],
  seen: ["出席会议", "Came to a meeting"],
};

// On the day that is asked about.
KG.dayStates = {
  certain: ["当日确在任", "Certainly in office"],
  possible: ["当日可能在任", "Possibly in office"],
  out: ["当日不在任或无记载", "Not in office, or nothing known"],
};

// What a bound was inferred from where it is not printed.
KG.rules = {
  LaterOpening: ["据其后再任此职推断", "derived from a later start in the same post"],
  Succession: ["据职务接替推断", "derived from the succession in the post"],
  EndOfTerm: ["据届期推断", "derived from the term"],
  Death: ["据去世推断", "derived from a death"],
  BodyEnded: ["据机构撤并推断", "derived from the end of the body"],
  other: ["推断", "derived"],
};

KG.roles = {
  lead: ["牵头", "Leads"],
  answer: ["负责", "Answers for"],
  acts: ["项目单位", "Acts in a project"],
  head: ["分管、任组长", "Heads"],
  handle: ["主办", "Handles"],
  assist: ["配合", "Assists"],
  member: ["成员", "Member"],
  entrusted: ["受委托报告", "Commissioned to report"],
};

KG.met = {
  decided: ["决定、批准", "Decided"],
  opinion: ["审议意见", "Opinion given"],
  answer: ["办理情况报告", "Report that answers"],
  changed: ["任免、辞职", "Put into or out of a post"],
  voted: ["表决对象", "Voted on"],
  present: ["出席", "Present"],
  observer: ["列席", "Observer"],
  on_leave: ["请假", "On leave"],
};

KG.belongs = { part: ["下属", "Is a part"] };

KG.projectStates = {
  completed: ["完成", "Completed"],
  under_construction: ["在建", "Under way"],
  started: ["开工", "Started"],
  planned: ["计划", "Planned"],
  unstated: ["未写明进度", "Nothing said of its state"],
};

KG.sectors = {
  construction: ["建设类", "Construction"],
  renewal: ["更新改造类", "Renewal"],
  transport: ["交通类", "Transport"],
  information_system: ["信息化类", "Information systems"],
  policy_programme: ["政策计划类", "Policy programmes"],
  other: ["其他项目", "Other projects"],
};

KG.taskSorts = {
  decision: ["决定", "Decision"],
  opinion: ["审议意见", "Opinion"],
  answer: ["办理情况报告", "Report that answers"],
  task: ["任务", "Task"],
  project: ["项目", "Project"],
  report: ["报告", "Report"],
};

KG.statuses = {
  planned: ["计划", "Planned"],
  started: ["开工", "Started"],
  under_construction: ["在建", "Under way"],
  completed: ["完成", "Completed"],
};

KG.findingKinds = {
  count_mismatch: ["人数、件数不符", "Counts differ"],
  vote_mismatch: ["票数不符", "Votes do not add up"],
  sum_mismatch: ["合计不符", "Sums do not add up"],
  figure_mismatch: ["两处数字不一", "One figure, two values"],
  meeting_mismatch: ["会议届次不一", "Sessions differ"],
  date_mismatch: ["日期不一", "Dates differ"],
  title_mismatch: ["标题不一", "Titles differ"],
  numbering_gap: ["编号有缺", "A gap in the numbers"],
  missing_document: ["有议题而无文件", "On the agenda, not printed"],
  missing_annex: ["附件缺失", "An annex is missing"],
  missing_consequence: ["应有的后果未载", "A consequence is missing"],
  post_after_end: ["离任后仍有任职记载", "A post after its end"],
};

KG.events = {
  appoint: ["任命", "Appointed"],
  remove: ["免职", "Removed"],
  accept_resignation: ["接受辞职", "Resignation accepted"],
  resign: ["请求辞职", "Asked to resign"],
  elect: ["当选", "Elected"],
  terminate: ["职务终止", "Post ended"],
  lapse: ["自行免除", "Post lapsed"],
  dismiss: ["撤职", "Dismissed"],
  confirm: ["资格有效", "Confirmed"],
  propose: ["提名", "Proposed"],
  position: ["在任", "Named in post"],
  former: ["曾任", "Named as former"],
  observer: ["列席", "Observer"],
  observed: ["列席", "Observer"],
  present: ["出席", "Present"],
  on_leave: ["请假", "On leave"],
  seat_begins: ["代表资格取得", "Deputy’s seat begins"],
  seat_ends: ["代表资格终止", "Deputy’s seat ends"],
  vote: ["表决", "Vote"],
  decision: ["决定", "Decision"],
};
KG.begins = new Set(["appoint", "elect", "confirm", "position", "observer", "seat_begins"]);
KG.ends = new Set(["remove", "accept_resignation", "terminate", "lapse", "dismiss", "former", "seat_ends"]);

KG.types = {
  congress: ["人民代表大会", "Congress"],
  standing_committee: ["常务委员会", "Standing committee"],
  special_committee: ["专门委员会", "Special committee"],
  working_committee: ["工作委员会", "Working committee"],
  government: ["人民政府", "Government"],
  department: ["政府部门", "Department"],
  court: ["法院", "Court"],
  court_division: ["审判庭", "Court division"],
  procuratorate: ["检察院", "Procuratorate"],
  supervisory_commission: ["监察委员会", "Supervisory commission"],
  party: ["党组织", "Party organisation"],
  cppcc: ["政协", "Consultative conference"],
  street: ["街道", "Street office"],
  town: ["镇", "Town"],
  leading_group: ["领导小组", "Leading group"],
  public_institution: ["事业单位", "Public institution"],
  enterprise: ["企业", "Enterprise"],
  social_organisation: ["社会组织", "Social organisation"],
  other: ["其他", "Other"],
};

KG.english = false;
KG.say = (pair) => pair[KG.english ? 1 : 0];
KG.word = (name) => KG.say(KG.words[name]);
KG.event = (name) => KG.events[name] || [name, name];


// The sentence above each drawing: what is shown, and what was left out.
KG.sentence = function (shown, leftOut) {
  const [bodies, people] = shown.map((value) => value.toLocaleString("en-US"));
  const [moreBodies, morePeople, seen] = leftOut.map((value) => value.toLocaleString("en-US"));
  const some = leftOut[0] + leftOut[1] > 0;
  if (KG.english) {
    const only = leftOut[2] ? ` (${seen} of them known from attendance lists alone)` : "";
    const rest = some ? ` Not drawn, but found by the search: ${moreBodies} bodies and ${morePeople} people${only}.` : " Nothing is left out.";
    return `Drawn: the ${bodies} bodies with most known holders of posts, and ${people} people, each at one body.${rest}` + KG.placeNote();
  }
  const only = leftOut[2] ? `（其中${seen}人只见于出席名单）` : "";
  const rest = some ? `未画出另外${moreBodies}个机构、${morePeople}人${only}，均可查找。` : "无遗漏。";
  return `图中为已知任职者最多的${bodies}个机构和${people}人，每人画在一个机构旁。${rest}` + KG.placeNote();
};

KG.dutiesSentence = function (shown, leftOut) {
  const [hubs, tasks] = shown.map((value) => value.toLocaleString("en-US"));
  const hidden = leftOut[1] - leftOut[3];
  const [rests, others, alone] = [hidden, leftOut[0], leftOut[3]].map((value) => value.toLocaleString("en-US"));
  if (KG.english) {
    const rest = hidden + leftOut[0] > 0 ? ` Not drawn, but found by the search: ${rests} more tasks and ${others} more who answer.` : "";
    const loose = leftOut[3] ? ` ${alone} projects are not drawn because nobody is named as answering for them; the search finds them.` : "";
    return `Drawn: ${hubs} people and bodies and ${tasks} tasks, projects and reports that they answer for, each at the one with the strongest role.${rest}${loose || rest ? "" : " Nothing is left out."}${loose}` + KG.placeNote();
  }
  const rest = hidden + leftOut[0] > 0 ? `未画出另外${rests}项和${others}个责任人或单位，均可查找。` : "";
  const loose = leftOut[3] ? `另有${alone}个项目未写明由谁负责，没有画出，可以查找。` : "";
  return `图中为${hubs}个责任人和单位，及其所负责的${tasks}项任务、项目和报告，每项画在角色最重者旁。${loose || rest ? "" : "无遗漏。"}${rest}${loose}` + KG.placeNote();
};

KG.daySentence = function () {
  const people = KG.data.nodes.filter((node) => node.kind === "person");
  const [certain, possible] = KG.dayOrder.map((state) => people.filter((person) => person.now === state).length.toLocaleString("en-US"));
  if (KG.english) return `In office ${KG.until ? `some day from ${KG.day} to ${KG.until}` : `on ${KG.day}`}: ${certain} people certainly, ${possible} possibly, drawn or not.`;
  return `${KG.until ? `${KG.day}至${KG.until}间曾` : KG.day}在任：确定${certain}人，可能${possible}人（含未画出者）。`;
};

KG.placeNote = function () {
  if (!KG.data.place) return "";
  return KG.english ? ` Labels leave out “${KG.data.place}” and higher places.` : `标签省去“${KG.data.place}”等上级地名。`;
};

KG.aroundSentence = function (name, shown, leftOut) {
  if (KG.english) {
    return `The relations of ${name} alone: ${shown} nodes.` + (leftOut ? ` Not drawn: ${leftOut} more; the list names them.` : "") + KG.placeNote();
  }
  return `只画“${name}”的关系，共${shown}个节点。` + (leftOut ? `另有${leftOut}个未画出，见列表。` : "") + KG.placeNote();
};

// How many hubs and leaves a lens draws, and how many it does not.
KG.countSentence = function (lens, shown, leftOut) {
  const hidden = leftOut[1] - leftOut[3];
  const [hubs, leaves, moreHubs, moreLeaves, alone] = [...shown, leftOut[0], hidden, leftOut[3]].map((value) => value.toLocaleString("en-US"));
  const of = {
    meetings: [["场会议", "项决定、意见、报告和人员", "每人每项画在关系最重的会议旁"], ["meetings", "decisions, opinions, reports and people", "each at the meeting it has most to do with"]],
    bodies: [["个有下属的机构", "个下属机构", "各画在其上级旁"], ["bodies that have parts", "parts", "each at what it is a part of"]],
    projects: [["个单位和项目类别", "个项目", "未写明单位的按类别画出"], ["bodies and kinds", "projects", "those that nobody is named with by their kind"]],
  }[lens];
  if (KG.english) {
    const [hub, leaf, how] = of[1];
    const more = [leftOut[0] ? `${moreHubs} more ${hub}` : "", hidden ? `${moreLeaves} more ${leaf}` : ""].filter(Boolean).join(" and ");
    const rest = more ? ` Not drawn, but found by the search: ${more}.` : "";
    const loose = leftOut[3] ? ` ${alone} of which no relation of this kind is known are not drawn; the search finds them.` : "";
    return `Drawn: ${hubs} ${hub} and ${leaves} ${leaf}, ${how}.${rest}${loose || rest ? "" : " Nothing is left out."}${loose}` + KG.placeNote();
  }
  const [hub, leaf, how] = of[0];
  const more = [leftOut[0] ? moreHubs + hub : "", hidden ? moreLeaves + leaf : ""].filter(Boolean).join("、");
  const rest = more ? `未画出另外${more}，均可查找。` : "";
  const loose = leftOut[3] ? `另有${alone}个没有此类关系，没有画出，可以查找。` : "";
  return `图中为${hubs}${hub}和${leaves}${leaf}，${how}。${loose || rest ? "" : "无遗漏。"}${rest}${loose}` + KG.placeNote();
};

KG.peopleSentence = function () {
  const rows = KG.chartRows();
  const [people, all, tenures] = [rows.people, rows.all, rows.tenures.length].map((value) => value.toLocaleString("en-US"));
  const left = rows.all - rows.people;
  if (KG.english) return `Drawn: ${tenures} tenures of the ${people} people with most posts, of ${all} of whom a tenure is known.` + (left ? ` Not drawn, but found by the search: ${left}.` : " Nothing is left out.");
  return `图中为任职最多的${people}人的${tenures}次任职；有任职记载者共${all}人。` + (left ? `未画出${left}人，均可查找。` : "无遗漏。");
};

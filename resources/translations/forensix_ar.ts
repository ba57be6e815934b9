<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
  <context>
    <name>Adopting</name>
    <message>
      <source>recording the settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>saving the settings</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Batch</name>
    <message>
      <source>and {n} more, all in the custody log</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>BatchExamination</name>
    <message>
      <source>examining {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stopped before {n} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} examined</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} skipped, examined before</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>BatchReceipt</name>
    <message>
      <source>, stopped before {n} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>looking for files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>receiving {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{given} given: {received} received, {duplicates} duplicates, {refused} refused</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message>
      <source>&amp;Search the worklist</source>
      <translation>البحث في القائمة</translation>
    </message>
    <message>
      <source>All incidents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By case</source>
      <translation>حسب القضية</translation>
    </message>
    <message>
      <source>By file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By part and side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By state</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Case, incident, part, side, file, state, quality or outcome; several words narrow it (Ctrl+K)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Estimate: indeterminate first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to the search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How the worklist is sorted; an estimate that is covered sorts as covered, last</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the order of receipt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Incident</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No radiographs yet: drop files or folders on the window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Order of the worklist</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quality: findings first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search (Ctrl+K)</source>
      <translation>بحث (Ctrl+K)</translation>
    </message>
    <message>
      <source>Search the worklist</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show one incident only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Typicality: least typical first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Worklist</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{shown} of {whole} radiographs</source>
      <translation>{shown} من {whole} صورة</translation>
    </message>
  </context>
  <context>
    <name>ChooseDialog</name>
    <message>
      <source>Compare</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Radiographs to compare with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search the radiographs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which radiograph shall stand beside this one? Those of the same case come first.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Comparing</name>
    <message>
      <source>opening {name}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ConclusionStep</name>
    <message>
      <source>&amp;Conclude</source>
      <translation>تسجيل الاستنتاج</translation>
    </message>
    <message>
      <source>3  Your conclusion</source>
      <translation>٣  استنتاجك</translation>
    </message>
    <message>
      <source>Basis</source>
      <translation>الأساس</translation>
    </message>
    <message>
      <source>Basis of the conclusion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>On what it rests, in your own words</source>
      <translation>على ماذا يقوم، بكلماتك</translation>
    </message>
    <message>
      <source>Opinion</source>
      <translation>الرأي</translation>
    </message>
    <message>
      <source>Record your conclusion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You have locked no observation: it will say “{words}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your conclusion so far</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your opinion of the sex</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CorrectDialog</name>
    <message>
      <source>&amp;Correct</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Correct {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label of the part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Part</source>
      <translation>الجزء</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reason of the correction</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of the hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The old value stays in custody beside the new one. A new side gives another reading: examine again afterwards.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why the old value was wrong</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CountersignDialog</name>
    <message>
      <source>&amp;Countersign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Countersign version {n} of the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening the report …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign this report as its reviewer; the file before your signature is kept too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report cannot be shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report records a review by {names}: who reviewed countersigns, in the words of that review.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report records no review: your signature says that you have seen it, not that you agree.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Version {n} was countersigned by {signer}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What your signature says</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You work as {works}; this key is that of {signs}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>opening the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{signs} signed this report as its examiner: another person countersigns.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>&amp;Copy the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A fault in forensix</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report of the fault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is a fault in the program, not in your work. What was recorded in the casebook before it is kept. Copy the report and send it to whoever looks after forensix; check it for names first.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CreateCasebookDialog</name>
    <message>
      <source>&amp;Blind first: an estimate stays covered until your own observation is locked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Create</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>Create a casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder of the casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Qualification</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The custody log and every report say which way this was set; it cannot be changed later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your full name</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CustodyTab</name>
    <message>
      <source>&amp;Copy all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Act</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the whole timeline as text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Custody of case {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Custody timeline of the case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The chosen act in full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When (UTC)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} acts; those of other cases are not shown, and the chain runs through them.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Doors</name>
    <message>
      <source>Open a casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>making the casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>making the demonstration</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>opening the casebook</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>EstimateStep</name>
    <message>
      <source>&amp;Examine</source>
      <translation>فحص</translation>
    </message>
    <message>
      <source>2  The estimate</source>
      <translation>٢  التقدير</translation>
    </message>
    <message>
      <source>As an exhibit only: </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Examined. The estimate is covered until you reveal it.</source>
      <translation>تم الفحص. التقدير مغطى حتى تكشفه.</translation>
    </message>
    <message>
      <source>Examined. The estimate is covered until your own observation is locked.</source>
      <translation>تم الفحص. التقدير مغطى حتى تثبّت ملاحظتك.</translation>
    </message>
    <message>
      <source>Likelihood ratio</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Limitations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model and path</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not examined yet.</source>
      <translation>لم يُفحص بعد.</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Posterior at the prior</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Prior of male</source>
      <translation>الاحتمال القبلي للذكر</translation>
    </message>
    <message>
      <source>Prior probability of male, to see what would change; the record keeps its own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Re&amp;veal the estimate</source>
      <translation>كشف التقدير</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run the network on the selected radiographs; the estimate stays covered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the estimate; the custody log records when</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skeletal age</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State of the estimate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Typicality</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verbal equivalent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What another prior would change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>run {n}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>EstimateStrip</name>
    <message>
      <source>Likelihood ratio from female to male</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>female</source>
      <translation>أنثى</translation>
    </message>
    <message>
      <source>log10 likelihood ratio {value}; decides female below {female} and male above {male}; bound {low} to {high}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>male</source>
      <translation>ذكر</translation>
    </message>
  </context>
  <context>
    <name>ExaminationPanel</name>
    <message>
      <source>Examination</source>
      <translation>الفحص</translation>
    </message>
    <message>
      <source>locking the observation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>recording the conclusion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>recording the review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>revealing</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FirstStart</name>
    <message>
      <source>&amp;Create a casebook</source>
      <translation>إنشاء سجل قضايا</translation>
    </message>
    <message>
      <source>&amp;Open a casebook</source>
      <translation>فتح سجل قضايا</translation>
    </message>
    <message>
      <source>&amp;Quick look at a file</source>
      <translation>نظرة سريعة على ملف</translation>
    </message>
    <message>
      <source>A folder on this computer for cases, originals, reports and the custody log.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with a casebook folder that exists.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the &amp;demonstration</source>
      <translation>فتح العرض التوضيحي</translation>
    </message>
    <message>
      <source>Radiograph, estimate and heatmap at once. Not evidence; nothing is kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Research use; the models that ship were validated on children and young people only, not on adults.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sex estimation from hand radiographs, with custody and signed reports. Nothing leaves this computer.</source>
      <translation>تقدير الجنس من صور الأشعة لليد، مع سلسلة حيازة وتقارير موقعة. لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
      <source>The whole job on made-up radiographs, from receipt to a signed report. About a minute.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HeatmapStep</name>
    <message>
      <source>Checks of the heatmap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Explains</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Female</source>
      <translation>أنثى</translation>
    </message>
    <message>
      <source>Heatmap for {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lay this heatmap over the radiograph and show its checks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make &amp;heatmaps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make these heatmaps with their checks; the custody log keeps that they were made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Male</source>
      <translation>ذكر</translation>
    </message>
    <message>
      <source>Male and female, side by side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Method</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No heatmap was made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skeletal age, towards older</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The heatmap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This map is being checked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This map was not checked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the heatmap is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the method does</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the network responded; not proof of the cause. A map that fails a check should not be argued from.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>checking the heatmap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>last one with a place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>making heatmaps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} of {whole} checks failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what} of further heatmaps</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Histogram</name>
    <message>
      <source>Histogram and window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pixels by brightness, logarithmic; drag the window's edges or its middle (arrow keys: move, widen, narrow the window)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>window {low} to {high}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>IdentityDialog</name>
    <message>
      <source>&amp;Create</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A card cannot hold the service: its signatures carry the time of this computer's clock.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the module's file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Her key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Her own passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Her own passphrase is needed, the same twice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its own key then signs the time of each signature, which it takes from this computer's clock.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label of the card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label of the key on the card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Module</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the site</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name the module of the card's maker, and the card.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name the site.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New signing identity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody can recover a passphrase; several words are easier to keep than signs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PIN</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PIN of the card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PKCS#11 module</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PKCS#11 module of the card's maker</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase of the site authority</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Qualification</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Role</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Say who signs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Site</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Site authority</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PIN of the card is needed: it shows that it holds the key.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The site authority needs its passphrase, the same twice when it is new.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The site's own certificate authority issues every identity of this casebook. Its passphrase is needed for each one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This module finds no card. Put the card into the reader, then choose the module again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This site has the service; a new identity holds it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the key is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who signs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With the site's &amp;time-stamp service</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>empty where the card holds one signing key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in a file, under a passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>looking for cards</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>making an identity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>on a smart card (PKCS#11)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the maker's library: .so, .dll or .dylib</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Close all the same?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop hand radiographs here: DICOM, PNG, TIFF, JPEG, WebP, folders or zip files.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening {name} …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SYNTHETIC: made-up radiographs; the estimates mean nothing</source>
      <translation>اصطناعي: صور مختلقة؛ التقديرات لا تعني شيئاً</translation>
    </message>
    <message>
      <source>Say who works, and the radiographs open: File, Who works (Ctrl+U).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This radiograph cannot be shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you have typed is not locked yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Work is going on; it stops after the item at work.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loading the network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>opening {name}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MarkPen</name>
    <message>
      <source>Text of the mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text, then Return</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message>
      <source>angle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>arrow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>keeping the mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ruler</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>text</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>&amp;About forensix</source>
      <translation>حول forensix</translation>
    </message>
    <message>
      <source>&amp;Conclude</source>
      <translation>تسجيل الاستنتاج</translation>
    </message>
    <message>
      <source>&amp;Correct …</source>
      <translation>تصحيح …</translation>
    </message>
    <message>
      <source>&amp;Create a casebook …</source>
      <translation>إنشاء سجل قضايا …</translation>
    </message>
    <message>
      <source>&amp;Custody timeline</source>
      <translation>سلسلة الحيازة</translation>
    </message>
    <message>
      <source>&amp;Examination</source>
      <translation>الفحص</translation>
    </message>
    <message>
      <source>&amp;Examine</source>
      <translation>فحص</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;ملف</translation>
    </message>
    <message>
      <source>&amp;Go on</source>
      <translation>متابعة</translation>
    </message>
    <message>
      <source>&amp;Header of the file</source>
      <translation>ترويسة الملف</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;مساعدة</translation>
    </message>
    <message>
      <source>&amp;Light or dark</source>
      <translation>فاتح أو داكن</translation>
    </message>
    <message>
      <source>&amp;Lock observation</source>
      <translation>تثبيت الملاحظة</translation>
    </message>
    <message>
      <source>&amp;Marks</source>
      <translation>ال&amp;علامات</translation>
    </message>
    <message>
      <source>&amp;Model card</source>
      <translation>بطاقة النموذج</translation>
    </message>
    <message>
      <source>&amp;Next radiograph</source>
      <translation>الصورة التالية</translation>
    </message>
    <message>
      <source>&amp;Open a casebook …</source>
      <translation>فتح سجل قضايا …</translation>
    </message>
    <message>
      <source>&amp;Preview and sign …</source>
      <translation>معاينة وتوقيع …</translation>
    </message>
    <message>
      <source>&amp;Quick look …</source>
      <translation>نظرة سريعة …</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>إنهاء</translation>
    </message>
    <message>
      <source>&amp;Receive files …</source>
      <translation>استلام ملفات …</translation>
    </message>
    <message>
      <source>&amp;Reveal the estimate</source>
      <translation>كشف التقدير</translation>
    </message>
    <message>
      <source>&amp;Shortcuts</source>
      <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
      <source>&amp;Verify the report</source>
      <translation>التحقق من التقرير</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;عرض</translation>
    </message>
    <message>
      <source>&amp;Who works …</source>
      <translation>من يعمل …</translation>
    </message>
    <message>
      <source>&amp;Work</source>
      <translation>&amp;العمل</translation>
    </message>
    <message>
      <source>Agree or dissent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change between the dark and the light theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change who works</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check chain, originals and reports of the case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the issued report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the whole casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Co&amp;untersign …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create a casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decision rule, prior, device, theme, language, folders, shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every key that works</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Examine &amp;again …</source>
      <translation>فحص مجدد …</translation>
    </message>
    <message>
      <source>Examine all that &amp;wait</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Examine every radiograph of the casebook that was not examined yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Examine the selected radiographs once more, with a reason; every run is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>F&amp;ull screen</source>
      <translation>ملء الشاشة</translation>
    </message>
    <message>
      <source>Full screen on or off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to the step that waits for you</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Identity made: {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lock your own observation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make &amp;heatmaps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make a signing identity in this casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make the heatmaps that the heatmap step asks for, with their checks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New &amp;signing identity …</source>
      <translation>هوية توقيع جديدة …</translation>
    </message>
    <message>
      <source>Next radiograph of the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open a casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the &amp;demonstration</source>
      <translation>فتح العرض التوضيحي</translation>
    </message>
    <message>
      <source>P&amp;revious radiograph</source>
      <translation>الصورة السابقة</translation>
    </message>
    <message>
      <source>Previous radiograph of the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put side, view or label of the radiograph right, with the reason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Radiograph, estimate and heatmap of a file; nothing is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Receive a &amp;folder …</source>
      <translation>استلام مجلد …</translation>
    </message>
    <message>
      <source>Receive all radiographs of a folder into a case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Receive files into a case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record your conclusion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Revie&amp;w the case …</source>
      <translation>مراجعة القضية …</translation>
    </message>
    <message>
      <source>Run the network on the selected radiographs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>S&amp;top the work</source>
      <translation>إيقاف العمل</translation>
    </message>
    <message>
      <source>Se&amp;ttings …</source>
      <translation>الإعدادات …</translation>
    </message>
    <message>
      <source>Sign the issued report as its reviewer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop after the item at work; what is done stays done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole job on made-up radiographs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Uncover the estimate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verif&amp;y the case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verify every&amp;thing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Version and limits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>forensix {version}

Sex and skeletal-age estimation from hand radiographs, for research use. The models that ship were validated on children and young people, not on adults. An estimate is not an identification.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ModelTab</name>
    <message>
      <source>Each point: hands that were given about this probability, and the share recorded as male, with its 95 % interval and n.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How the model was made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In brackets the 95 % interval.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Limits of the model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measured on the part “{part}”, kept apart from training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model</source>
      <translation>النموذج</translation>
    </message>
    <message>
      <source>Model card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Models at hand; the first is the one in use</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reliability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the model was validated for</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>Dismiss this notice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Notice</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ObservationStep</name>
    <message>
      <source>&amp;Lock observation</source>
      <translation>تثبيت الملاحظة</translation>
    </message>
    <message>
      <source>1  Your observation</source>
      <translation>١  ملاحظتك</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>السمات</translation>
    </message>
    <message>
      <source>Features seen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How sure</source>
      <translation>درجة التأكد</translation>
    </message>
    <message>
      <source>How sure you are, in words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lock your observation; it cannot be changed afterwards</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sex</source>
      <translation>الجنس</translation>
    </message>
    <message>
      <source>Sex as you see it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That it cannot be told is an answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you saw: shape, robusticity, fusion, pathology</source>
      <translation>ما رأيته: الشكل، المتانة، الالتحام، المرض</translation>
    </message>
    <message>
      <source>Your locked observation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>guess</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>more likely than not</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nearly certain</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>probable</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PdfPreview</name>
    <message>
      <source>Preview of the report</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QuickLookDialog</name>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close; nothing is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at {name} …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quick look: not evidence, nothing is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quick look: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To keep it, create or open a casebook and receive the file there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>quick look</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RadiographColumn</name>
    <message>
      <source>; in pixels, as no spacing is calibrated at the hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour bar: no response on the left, the map's peak on the right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour map: each grows steadily lighter, so that it is read in gray print too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cut-off: below this share of the peak nothing is laid over</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How much of the second radiograph is seen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Method, layer and grid of the heatmap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opacity of the heatmap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the radiograph is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whether the two are shown at the same scale</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Window, zoom and the chosen mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>angle: set arm, apex, arm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>arrow: set tail, then tip</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>covered until your observation is locked: {n} of another examiner's marks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cut-off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mirrored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>opacity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ruler: set two points</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>text: set its place, then write</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>window {low} to {high}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RadiographView</name>
    <message>
      <source>Radiograph</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReceiveDialog</name>
    <message>
      <source>&amp;Receive into custody</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AM: a missing person's file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Case</source>
      <translation>القضية</translation>
    </message>
    <message>
      <source>Case number; a new number opens a new case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each file is copied by its hash and kept unaltered; folders, zips and DICOMDIRs are opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Incident</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Incident of a new case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kind of a new case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label of the part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PM: a body or a part of one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Part</source>
      <translation>الجزء</translation>
    </message>
    <message>
      <source>Receive radiographs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Requested by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of the hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who asked for the examination</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>as the files say</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>by the side, for example: left hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{first} and {n} more</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Receiving</name>
    <message>
      <source>An examination of {n} radiographs was cut short; {done} of them are done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Examine again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quick look at a file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Receive a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Receive files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Receiving files into case {case} was cut short; {done} of them are done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why again? Every run is kept; custody and report print the reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>correcting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>verifying the case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>verifying the casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>verifying the report</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReliabilityPlot</name>
    <message>
      <source>Reliability of the probability of male</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>probability of male that the model gave</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>probability {probability}: {share} recorded as male ({low} to {high}), n = {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>share recorded as male</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>&amp;Sign and issue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Composing the draft …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report on case {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign and issue this report; every version is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report names {works} as its examiner; this key is that of {signs}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no draft to show.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Version {n} was issued.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>composing the draft</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReportStep</name>
    <message>
      <source>&amp;Open</source>
      <translation>فتح</translation>
    </message>
    <message>
      <source>&amp;Preview and sign …</source>
      <translation>معاينة وتوقيع …</translation>
    </message>
    <message>
      <source>&amp;Verify</source>
      <translation>تحقق</translation>
    </message>
    <message>
      <source>5  The report</source>
      <translation>٥  التقرير</translation>
    </message>
    <message>
      <source>Case {number}: nothing is concluded yet.</source>
      <translation>القضية {number}: لا استنتاج بعد.</translation>
    </message>
    <message>
      <source>Case {number}: {concluded} of {whole} radiographs concluded.</source>
      <translation>القضية {number}: استُنتج في {concluded} من {whole} صورة.</translation>
    </message>
    <message>
      <source>Check signatures, hashes and custody of the issued report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Co&amp;untersign …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Issued reports</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its reports are covered until your own observations are locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the issued PDF with the system's viewer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preview the report, then sign and issue it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign the issued report as its reviewer, with your own key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The others are listed as received, not concluded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the report would hold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>version {n}, {signers}, {when}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReviewDialog</name>
    <message>
      <source>&amp;Record the review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A dissent needs its reasons.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A required question is answered with no: dissent and say why, or have it put right first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agreement or dissent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I agree with the conclusions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I dissent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reasons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reasons, in your own words; a dissent needs them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Review of case {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verdict</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where you differ, and why</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>answer …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not applicable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} questions are open.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReviewStep</name>
    <message>
      <source>4  Review by a second examiner</source>
      <translation>٤  مراجعة فاحص ثانٍ</translation>
    </message>
    <message>
      <source>Agree or dissent, with the check list; both stand in custody and in the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Revie&amp;w …</source>
      <translation>مراجعة …</translation>
    </message>
    <message>
      <source>State of the review</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RightColumn</name>
    <message>
      <source>Custody</source>
      <translation>الحيازة</translation>
    </message>
    <message>
      <source>Examination</source>
      <translation>الفحص</translation>
    </message>
    <message>
      <source>Examination, header, custody and model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Header</source>
      <translation>الترويسة</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>النموذج</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>&amp;Estimates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Folders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Reports and people</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Shortcuts</source>
      <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
      <source>&amp;Window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Added models</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agency</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>Dark for reading radiographs, light for a bright tent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decision rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Device</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How probable male or female must be, at the prior, before it is said; below it the outcome is indeterminate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Identity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kinds of settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language of the window from the next start; what is not translated stays English. Reports stay English.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model</source>
      <translation>النموذج</translation>
    </message>
    <message>
      <source>Nothing can be saved until this is mended.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing here changes an estimate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paper</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paper size of reports.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Prior of male</source>
      <translation>الاحتمال القبلي للذكر</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>الإعدادات</translation>
    </message>
    <message>
      <source>Size of the text, in per cent of what the system gives; the columns are laid out for it at the next start.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The agency under which new incidents are kept, and the name suggested for a new site authority.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The casebook that opens when the window starts. Changing it moves nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The network that examines from now on. What was examined keeps its own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The probability of male before the radiograph was seen. It moves the posterior, never the likelihood ratio.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This changes estimates made from now on ({names}); the custody log records it. What was examined keeps its own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threads</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threads of the CPU. Another number may change the last digits, so it is recorded with each examination.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What saving changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where models lie that you added, beside those that ship.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where reports are issued: it stands in the report beside the time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the network computes. Reports rest on the CPU; a GPU is taken only where its driver answers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who works when a casebook is opened, without being asked; claimed until a key is unlocked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your full name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your signing identity, a .p12 file, offered first when you sign.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>auto: the reference path, the CPU</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the one that ships as default</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>Beside them: the wheel zooms at the cursor, the left button moves, the right button sets the window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys and what they do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search the shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it does</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ShortcutTable</name>
    <message>
      <source>&amp;As it ships</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;No key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Use this key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As it ships</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose an action, press a key in the field, and use it. A key that another action has is refused.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give the chosen action back the key that it ships with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give the key to the chosen action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New key for the chosen action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Press the key that you want</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the key from the chosen action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{key} belongs to “{action}”. Take it away there first, or choose another.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SignInDialog</name>
    <message>
      <source>Full name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Qualification</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Role</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you do is recorded in the custody log under this name, as claimed. Your key proves it when you sign a report.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who works?</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SigningDialog</name>
    <message>
      <source>&amp;New identity …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Other file …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Time-stamp by the site's service</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A card cannot hold the site's time-stamp service.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Identities</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Identity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Identity file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Identity that signs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make a signing identity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PIN of the card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase of the identity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign with an identity file from elsewhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The signature carries the time of this computer's clock, as the signer's own statement.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The site's service signs the time beside your signature. It takes it from this computer's clock: it dates the signature for others, not against those who hold the service.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The site's time-stamp service was not handed to this identity: “{command}” does it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no signing identity in this casebook yet: make a new one, or name another file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This site has no time-stamp service; a new identity can be made with one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What verification says</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who dates the signature</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>signing the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} (card)</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Stage</name>
    <message>
      <source>Radiograph that is compared</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>same scale in millimetres</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sizes cannot be compared: spacing not calibrated</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StateScreen</name>
    <message>
      <source>&amp;Copy this</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy what is said here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State of the program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What happened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was kept</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>States</name>
    <message>
      <source>&amp;First page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Go on</source>
      <translation>متابعة</translation>
    </message>
    <message>
      <source>&amp;Open another …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Settings …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All that was recorded before; nothing of this act was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program holds the casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another device</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close the other program, or let it finish, and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connect its disk, or put the folder back, and try again; or open the casebook where it is now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create a &amp;new one …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create a casebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Demonstration, quick look</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every act that was recorded is kept: each is whole in the casebook, or it is not there. Checking …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything: it was not touched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with the CPU, or set the device to auto. A GPU needs its maker's driver; `forensix doctor` says what is seen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on. What you had typed and not locked must be typed again; a file that was being received is given again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No GPU answers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is lost. The network computes on the CPU, which is the path that reports rest on; it takes longer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open a casebook in another folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the same casebook again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Radiographs can be received, looked at, observed and reported as before; earlier estimates stay. None is made with this model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The casebook cannot be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The casebook is not there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The casebook is of a newer forensix</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file as it is, and the originals beside it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model is refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings ask for {device}, and its driver does not answer on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The window of {started} ended without being closed: the program or the computer stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no casebook in {folder} any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whatever was recorded is in the folder that was moved. What you typed here and did not lock is still in the window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>checking what was kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>forensix was not closed the last time</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>  ·  {n} of {whole}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Hold the batch after the item at work, or go on with it; looking and single acts go on meanwhile</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pa&amp;use the batch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ready</source>
      <translation>جاهز</translation>
    </message>
    <message>
      <source>Stop after the item at work; what is done stays done (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is being done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>device: {device}</source>
      <translation>الجهاز: {device}</translation>
    </message>
    <message>
      <source>nobody signed in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>paused: </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stopping: </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>○ working</source>
      <translation>○ يعمل</translation>
    </message>
    <message>
      <source>● saved</source>
      <translation>● محفوظ</translation>
    </message>
  </context>
  <context>
    <name>TagsTab</name>
    <message>
      <source>&amp;Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the selected fields, or all that are shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Header of the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyword or text; several words narrow it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search the header</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search the header of the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What of the header is covered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} fields that may speak of the person are covered until your own observation is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{shown} of {whole} fields</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>UnfinishedBar</name>
    <message>
      <source>&amp;Go on</source>
      <translation>متابعة</translation>
    </message>
    <message>
      <source>A batch that was cut short</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do not ask again; what was done stays done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do what is left of it; what was done is not done again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lea&amp;ve it</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>VerifiedDialog</name>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verification</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What verification says</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WorklistModel</name>
    <message>
      <source>Case</source>
      <translation>القضية</translation>
    </message>
    <message>
      <source>Estimate: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File</source>
      <translation>الملف</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>الجزء</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>الجودة</translation>
    </message>
    <message>
      <source>Quality: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation>الحالة</translation>
    </message>
    <message>
      <source>Typicality: {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no finding</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unknown</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>wording</name>
    <message>
      <source>&amp;1:1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Angle</source>
      <translation>زاوية</translation>
    </message>
    <message>
      <source>&amp;Blocks</source>
      <translation>مربعات</translation>
    </message>
    <message>
      <source>&amp;Compare</source>
      <translation>مقارنة</translation>
    </message>
    <message>
      <source>&amp;Fit</source>
      <translation>ملاءمة</translation>
    </message>
    <message>
      <source>&amp;Heatmap</source>
      <translation>خريطة الحرارة</translation>
    </message>
    <message>
      <source>&amp;Invert</source>
      <translation>عكس</translation>
    </message>
    <message>
      <source>&amp;Label the mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Mirror</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Next mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Redo {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Reset</source>
      <translation>إعادة</translation>
    </message>
    <message>
      <source>&amp;Side by side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Text</source>
      <translation>نص</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Undo {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1:1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accuracy (forced choice)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accuracy where it decides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Adults: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An estimate is not an identification, and a heatmap shows where the network responded, not why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another examiner's conclusion is covered until your own observation is locked: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area under the ROC curve</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Arro&amp;w</source>
      <translation>سهم</translation>
    </message>
    <message>
      <source>As Grad-CAM, with weights that favour several separate places.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At a prior of {prior} for male the posterior is {male} male, {female} female.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the file's own window, upright, fitted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ble&amp;nd</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both views move, turn and window together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Brighter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cannot be told from this radiograph</source>
      <translation>لا يمكن معرفته من هذه الصورة</translation>
    </message>
    <message>
      <source>Channels times gradient, place by place. At the last layer of a network with mean pooling it is Grad-CAM.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Channels times the positive gradient, place by place; made for finer layers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose one mark after the other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cllr (0 is best, 1 says nothing)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare with another radiograph; Esc leaves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Darker</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do again what was taken back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exchange left and right on the screen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Expected calibration error</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>F&amp;licker</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Female</source>
      <translation>أنثى</translation>
    </message>
    <message>
      <source>Fit the radiograph into the window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Heatmap on or off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hi&amp;stogram</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Histogram on or off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How much the output falls when a patch is flattened; no gradient, no layer but for its grid. Slow.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Indeterminate</source>
      <translation>غير محدد</translation>
    </message>
    <message>
      <source>Invert black and white</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lin&amp;ked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Living or remains: {who}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Male</source>
      <translation>ذكر</translation>
    </message>
    <message>
      <source>Measure a length: two points; millimetres only where the spacing is calibrated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measure an angle: arm, apex, arm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Narrower window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Narrower window: more contrast</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not evaluated</source>
      <translation>لم يُقيَّم</translation>
    </message>
    <message>
      <source>One radiograph in place of the other, by turns</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One radiograph pixel to one screen pixel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One radiograph through the other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Point at something: tail, then tip</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>R&amp;uler</source>
      <translation>مسطرة</translation>
    </message>
    <message>
      <source>Recipe {recipe}, backbone {backbone}, weights SHA-256 {sha256}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sensitivity, female</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sensitivity, male</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the map's own grid instead of smoothing it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side {side}, view {view}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skeletal age {months} months ({years} years); 95 % prediction interval {low} to {high} months.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skeletal age: mean absolute error, months</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skeletal age: within its 95 % interval</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take back the last change of the view or of a mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the chosen mark away; the casebook keeps it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the mark a&amp;way</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The custody chain of {n} acts is whole.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The estimated skeletal age lies outside the range in which this model was validated. The numbers are kept as an exhibit; only a validation that covers this age would mend it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last act recorded: {act}, {at}, by {who}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The layer's channels, weighted by the mean gradient of what is explained.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The layer's strongest pattern. It explains no output: male and female have the same map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The likelihood ratio does not reach the rule for male or female, and with this model none can: what its validation supports ends before the rule. Another method may.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The likelihood ratio does not reach the rule for male or female. Another radiograph or another method may.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The likelihood ratio is bounded: log10 {low} to {high}, which {n} calibration hands support; more is never claimed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The network gave no finite value. Check the original, and examine it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The outcome would be {outcome}. What is recorded does not change.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The outcome would stay {outcome}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The radiograph is not one whole hand, or it is blank or cut off. A new radiograph would mend it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The two radiographs side by side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The two readings, as a left and as a right hand, fall on opposite sides of the rule. Stating the side would mend it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no likelihood ratio.</source>
      <translation>لا توجد نسبة أرجحية.</translation>
    </message>
    <message>
      <source>This model gives no skeletal age.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This radiograph is too unlike those that the model was calibrated on. A standard PA radiograph of one hand may mend it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trained on {n} subjects, from {start}, {device}, seed {seed}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn a quarter to the left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn a quarter to the right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn left by one degree</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn right by one degree</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Typicality could not be computed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Typicality: {share} of the calibration hands are at least as unusual as this one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validated for estimated skeletal ages of {low} to {high} months.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verification accepts it: {n} checks passed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verification refuses it: {n} checks failed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is left of the output when the picture is seen through one channel alone; the 64 channels that vary most. Slow.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the network found is {ratio} times more probable if the hand is {towards} than if it is {other}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wider window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wider window: less contrast</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write on the radiograph</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write or change the text of the chosen mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You may review this case.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>administrator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>agrees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>as it is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>auditor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>blocks or smoothed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>calibrated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>case opened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>casebook made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>claimed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>colour map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>concluded</source>
      <translation>تم الاستنتاج</translation>
    </message>
    <message>
      <source>concluded {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>corrected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>countersigned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>covered</source>
      <translation>مغطى</translation>
    </message>
    <message>
      <source>covered until your own observation is locked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cut-off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dissents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>duplicate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>estimate shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>examination failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>examined</source>
      <translation>مفحوصة</translation>
    </message>
    <message>
      <source>examiner</source>
      <translation>فاحص</translation>
    </message>
    <message>
      <source>exported</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>female</source>
      <translation>أنثى</translation>
    </message>
    <message>
      <source>fit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>heatmap checked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>heatmap on or off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>inversion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>issued</source>
      <translation>صدر التقرير</translation>
    </message>
    <message>
      <source>left</source>
      <translation>يسرى</translation>
    </message>
    <message>
      <source>less than 0.1 %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>locked {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lossy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>male</source>
      <translation>ذكر</translation>
    </message>
    <message>
      <source>mirroring</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>move</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no map: flat or not finite</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no map: the network's response was flat ({method}, {grid})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no output</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no pixel spacing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not calibrated at the hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>observation locked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>older age</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>opacity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>opened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>peak {peak}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>person enrolled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>received</source>
      <translation>مستلمة</translation>
    </message>
    <message>
      <source>refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>report issued</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reset</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reviewed</source>
      <translation>تمت المراجعة</translation>
    </message>
    <message>
      <source>reviewer</source>
      <translation>مراجع</translation>
    </message>
    <message>
      <source>right</source>
      <translation>يمنى</translation>
    </message>
    <message>
      <source>seal {seal}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>settings changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>side unknown</source>
      <translation>الجانب مجهول</translation>
    </message>
    <message>
      <source>smoothed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>turn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>verified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>view not stated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>window and level</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>with her key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>zoom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{explains}: {method} at {layer}, grid {rows} × {columns}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{grid} {shown}  ·  {method} for {explains}  ·  peak {peak}  ·  {layer}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} files were stored whose receipt was not recorded; give them again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} min left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} s left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>× failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>– not measured</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>✓ passed</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>

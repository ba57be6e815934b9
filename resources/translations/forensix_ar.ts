<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
  <context>
    <name>ActDialog</name>
    <message>
      <source>Cancelled; nothing was done.</source>
      <translation>أُلغي؛ لم يُنفَّذ شيء.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
    <message>
      <source>How far it has come</source>
      <translation>مدى التقدم</translation>
    </message>
    <message>
      <source>It stops after the step at hand.</source>
      <translation>يتوقف بعد الخطوة الجارية.</translation>
    </message>
    <message>
      <source>It was done before it could be stopped.</source>
      <translation>تم قبل أن يمكن إيقافه.</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>ما الناقص</translation>
    </message>
  </context>
  <context>
    <name>Adopting</name>
    <message>
      <source>The settings file that could not be used is kept as {path}.</source>
      <translation>ملف الإعدادات الذي تعذر استعماله محفوظ باسم {path}.</translation>
    </message>
    <message>
      <source>recording the settings</source>
      <translation>تسجيل الإعدادات</translation>
    </message>
    <message>
      <source>saving the settings</source>
      <translation>حفظ الإعدادات</translation>
    </message>
  </context>
  <context>
    <name>BackupDialog</name>
    <message>
      <source>&amp;Back up</source>
      <translation>&amp;نسخ احتياطي</translation>
    </message>
    <message>
      <source>Back up the casebook</source>
      <translation>نسخ سجل القضايا احتياطيًا</translation>
    </message>
    <message>
      <source>Backed up to {file}, {size} MB.</source>
      <translation>نُسخ إلى {file}، {size} MB.</translation>
    </message>
    <message>
      <source>Casebook, originals, reports, identities and trust go into one file, which is read back. Put it on another disk than the casebook; whoever has it can read all of it. Keys in it stay locked under their passphrases.</source>
      <translation>يوضع سجل القضايا والأصول والتقارير والهويات والثقة في ملف واحد يُقرأ ثانية للتحقق. ضعه على قرص غير قرص السجل؛ ومن يملكه يقرأ كل ما فيه. وتبقى المفاتيح فيه مقفلة بعبارات مرورها.</translation>
    </message>
    <message>
      <source>File</source>
      <translation>الملف</translation>
    </message>
    <message>
      <source>Name of the backup</source>
      <translation>اسم النسخة الاحتياطية</translation>
    </message>
    <message>
      <source>backing up</source>
      <translation>نسخ احتياطي</translation>
    </message>
  </context>
  <context>
    <name>Batch</name>
    <message>
      <source>a fault in the program: {kind}</source>
      <translation>خلل في البرنامج: {kind}</translation>
    </message>
    <message>
      <source>and {n} more, all in the custody log</source>
      <translation>و{n} أخرى، كلها في سجل الحيازة</translation>
    </message>
  </context>
  <context>
    <name>BatchExamination</name>
    <message>
      <source>examining {name}</source>
      <translation>فحص {name}</translation>
    </message>
    <message>
      <source>stopped before {n} more</source>
      <translation>توقف قبل {n} أخرى</translation>
    </message>
    <message>
      <source>{n} examined</source>
      <translation>فُحص {n}</translation>
    </message>
    <message>
      <source>{n} failed</source>
      <translation>فشل {n}</translation>
    </message>
    <message>
      <source>{n} skipped, examined before</source>
      <translation>تُخطّي {n} لأنه فُحص من قبل</translation>
    </message>
  </context>
  <context>
    <name>BatchReceipt</name>
    <message>
      <source>, stopped before {n} more</source>
      <translation>، توقف قبل {n} أخرى</translation>
    </message>
    <message>
      <source>looking for files</source>
      <translation>البحث عن الملفات</translation>
    </message>
    <message>
      <source>receiving {name}</source>
      <translation>استلام {name}</translation>
    </message>
    <message>
      <source>{given} given: {received} received, {duplicates} already held, {refused} refused</source>
      <translation>قُدّم {given}: استُلم {received}، موجود من قبل {duplicates}، مرفوض {refused}</translation>
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message>
      <source>&amp;Search the worklist</source>
      <translation>البحث في القائمة</translation>
    </message>
    <message>
      <source>By case</source>
      <translation>حسب القضية</translation>
    </message>
    <message>
      <source>By file</source>
      <translation>حسب الملف</translation>
    </message>
    <message>
      <source>By part and side</source>
      <translation>حسب الجزء والجانب</translation>
    </message>
    <message>
      <source>By state</source>
      <translation>حسب الحالة</translation>
    </message>
    <message>
      <source>Case, incident, part, side, file, state, quality or outcome; several words narrow it</source>
      <translation>القضية أو الحادثة أو الجزء أو الجانب أو الملف أو الحالة أو الجودة أو النتيجة؛ الكلمات المتعددة تضيّق البحث</translation>
    </message>
    <message>
      <source>Estimate: indeterminate first</source>
      <translation>التقدير: غير المحدد أولاً</translation>
    </message>
    <message>
      <source>Go to the search</source>
      <translation>الذهاب إلى البحث</translation>
    </message>
    <message>
      <source>How the worklist is sorted; an estimate that is covered sorts as covered, last</source>
      <translation>كيف تُرتّب القائمة؛ التقدير المغطى يُعدّ مغطى ويأتي أخيراً</translation>
    </message>
    <message>
      <source>In the order of receipt</source>
      <translation>حسب ترتيب الاستلام</translation>
    </message>
    <message>
      <source>No radiographs yet: drop files or folders on the window, or press {files} for files, {folder} for a folder.</source>
      <translation>لا صور بعد: أفلت ملفات أو مجلدات على النافذة، أو اضغط {files} للملفات و{folder} لمجلد.</translation>
    </message>
    <message>
      <source>Order of the worklist</source>
      <translation>ترتيب القائمة</translation>
    </message>
    <message>
      <source>Quality: findings first</source>
      <translation>الجودة: ذوات الملاحظات أولاً</translation>
    </message>
    <message>
      <source>Radiographs: {shown} of {whole}</source>
      <translation>الصور: {shown} من {whole}</translation>
    </message>
    <message>
      <source>Reading the worklist …</source>
      <translation>تُقرأ القائمة …</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>بحث</translation>
    </message>
    <message>
      <source>Search the worklist</source>
      <translation>البحث في القائمة</translation>
    </message>
    <message>
      <source>Typicality: least typical first</source>
      <translation>النمطية: الأقل نمطية أولاً</translation>
    </message>
    <message>
      <source>Worklist</source>
      <translation>قائمة العمل</translation>
    </message>
    <message>
      <source>cases without a radiograph: {n}</source>
      <translation>قضايا بلا صورة: {n}</translation>
    </message>
  </context>
  <context>
    <name>ChooseDialog</name>
    <message>
      <source>Compare</source>
      <translation>مقارنة</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>مقارنة مع</translation>
    </message>
    <message>
      <source>Radiographs to compare with</source>
      <translation>صور للمقارنة</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>بحث</translation>
    </message>
    <message>
      <source>Search the radiographs</source>
      <translation>البحث في الصور</translation>
    </message>
    <message>
      <source>Which radiograph shall stand beside this one? Those of the same case come first.</source>
      <translation>أي صورة توضع بجانب هذه؟ صور القضية نفسها تأتي أولاً.</translation>
    </message>
  </context>
  <context>
    <name>CompareClockDialog</name>
    <message>
      <source>&amp;Record the comparison</source>
      <translation>&amp;تسجيل المقارنة</translation>
    </message>
    <message>
      <source>Both clocks show the same time.</source>
      <translation>تعرض الساعتان الوقت نفسه.</translation>
    </message>
    <message>
      <source>By eye and key it is about a second</source>
      <translation>بالعين والمفتاح نحو ثانية</translation>
    </message>
    <message>
      <source>Compare the clock</source>
      <translation>مقارنة الساعة</translation>
    </message>
    <message>
      <source>Compared by</source>
      <translation>قارنها</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>الفرق</translation>
    </message>
    <message>
      <source>Difference of the two clocks</source>
      <translation>الفرق بين الساعتين</translation>
    </message>
    <message>
      <source>GPS receiver</source>
      <translation>مستقبل GPS</translation>
    </message>
    <message>
      <source>How near the difference is known</source>
      <translation>دقة معرفة الفرق</translation>
    </message>
    <message>
      <source>It shows</source>
      <translation>يعرض</translation>
    </message>
    <message>
      <source>It shows it &amp;now</source>
      <translation>يعرضه &amp;الآن</translation>
    </message>
    <message>
      <source>Known within</source>
      <translation>معلوم في حدود</translation>
    </message>
    <message>
      <source>Last time</source>
      <translation>المرة السابقة</translation>
    </message>
    <message>
      <source>Recorded: {comparison}.</source>
      <translation>سُجِّل: {comparison}.</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>المرجع</translation>
    </message>
    <message>
      <source>Reference clock</source>
      <translation>الساعة المرجعية</translation>
    </message>
    <message>
      <source>Say with which clock you compare.</source>
      <translation>اذكر الساعة التي تقارن بها.</translation>
    </message>
    <message>
      <source>Take this moment; Enter in the field does it too</source>
      <translation>التقاط هذه اللحظة؛ ويفعل ذلك Enter في الحقل أيضًا</translation>
    </message>
    <message>
      <source>The last comparison</source>
      <translation>آخر مقارنة</translation>
    </message>
    <message>
      <source>The time that the reference shows</source>
      <translation>الوقت الذي يعرضه المرجع</translation>
    </message>
    <message>
      <source>This computer shows</source>
      <translation>يعرض هذا الحاسوب</translation>
    </message>
    <message>
      <source>This computer's clock is {seconds} s ahead.</source>
      <translation>ساعة هذا الحاسوب متقدمة {seconds} ث.</translation>
    </message>
    <message>
      <source>This computer's clock is {seconds} s behind.</source>
      <translation>ساعة هذا الحاسوب متأخرة {seconds} ث.</translation>
    </message>
    <message>
      <source>This computer's time</source>
      <translation>وقت هذا الحاسوب</translation>
    </message>
    <message>
      <source>This is no time. For example 14:05:00, or with its date 2026-11-05 14:05:00.</source>
      <translation>هذا ليس وقتًا. مثلًا 14:05:00 أو مع تاريخه 2026-11-05 14:05:00.</translation>
    </message>
    <message>
      <source>Time zone of the reference</source>
      <translation>المنطقة الزمنية للمرجع</translation>
    </message>
    <message>
      <source>Type the reference's time, and press Enter when it shows it.</source>
      <translation>اكتب وقت المرجع واضغط Enter حين يعرضه.</translation>
    </message>
    <message>
      <source>Type the time that the reference will show next, for example its next full minute, and press Enter at the moment when it shows it. Nothing is measured here but that moment: custody keeps what you saw, and each report prints it.</source>
      <translation>اكتب الوقت الذي ستعرضه الساعة المرجعية بعد قليل، كالدقيقة الكاملة التالية، واضغط Enter لحظة عرضها له. لا يُقاس هنا إلا تلك اللحظة: يحفظ سجل الحيازة ما رأيته، ويطبعه كل تقرير.</translation>
    </message>
    <message>
      <source>Which clock it is, so that somebody else can find it: maker, kind, number</source>
      <translation>أي ساعة هي كي يجدها غيرك: الصانع والنوع والرقم</translation>
    </message>
    <message>
      <source>Who compared</source>
      <translation>من قارن</translation>
    </message>
    <message>
      <source>claimed</source>
      <translation>ادعاءً</translation>
    </message>
    <message>
      <source>none is recorded</source>
      <translation>لا شيء مسجَّل</translation>
    </message>
    <message>
      <source>radio clock</source>
      <translation>ساعة راديوية</translation>
    </message>
    <message>
      <source>recording the comparison</source>
      <translation>تسجيل المقارنة</translation>
    </message>
    <message>
      <source>telephone time service</source>
      <translation>خدمة الوقت الهاتفية</translation>
    </message>
    <message>
      <source>time server</source>
      <translation>خادم الوقت</translation>
    </message>
    <message>
      <source>with her key</source>
      <translation>بمفتاحها</translation>
    </message>
  </context>
  <context>
    <name>Comparing</name>
    <message>
      <source>opening {name}</source>
      <translation>فتح {name}</translation>
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
      <translation>أساس الاستنتاج</translation>
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
      <translation>تسجيل استنتاجك</translation>
    </message>
    <message>
      <source>You have locked no observation: it will say “{words}”.</source>
      <translation>لم تثبّت أي ملاحظة: سيُكتب فيه «{words}».</translation>
    </message>
    <message>
      <source>Your conclusion so far</source>
      <translation>استنتاجك حتى الآن</translation>
    </message>
    <message>
      <source>Your opinion of the sex</source>
      <translation>رأيك في الجنس</translation>
    </message>
  </context>
  <context>
    <name>ConfirmClockDialog</name>
    <message>
      <source>Confirm the clock</source>
      <translation>تأكيد الساعة</translation>
    </message>
    <message>
      <source>Confirmed; what was recorded at wrong times stays as it is.</source>
      <translation>تأكدت؛ وما سُجِّل في أوقات خاطئة يبقى كما هو.</translation>
    </message>
    <message>
      <source>Confirming the clock needs its reason in words.</source>
      <translation>يحتاج تأكيد الساعة إلى سببه كتابةً.</translation>
    </message>
    <message>
      <source>If the clock is wrong now, set it right first, in the system's settings. If it is right now and was wrong before, say so here: reports can then be signed again. What was recorded at wrong times stays as it is, and verification notes it.</source>
      <translation>إن كانت الساعة خاطئة الآن فاضبطها أولًا في إعدادات النظام. وإن كانت صحيحة الآن وخاطئة من قبل فقل ذلك هنا: عندئذ يمكن توقيع التقارير من جديد. وما سُجِّل في أوقات خاطئة يبقى كما هو، ويذكره التحقق.</translation>
    </message>
    <message>
      <source>Nothing speaks against the clock at the moment.</source>
      <translation>لا شيء يشكك في الساعة الآن.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>السبب</translation>
    </message>
    <message>
      <source>The clock is &amp;right now</source>
      <translation>الساعة &amp;صحيحة الآن</translation>
    </message>
    <message>
      <source>What speaks against the clock</source>
      <translation>ما يشكك في الساعة</translation>
    </message>
    <message>
      <source>With what the clock was compared</source>
      <translation>بمَ قورنت الساعة</translation>
    </message>
    <message>
      <source>With what you compared it, and why it was wrong before</source>
      <translation>بمَ قارنتها ولماذا كانت خاطئة من قبل</translation>
    </message>
    <message>
      <source>confirming the clock</source>
      <translation>تأكيد الساعة</translation>
    </message>
  </context>
  <context>
    <name>CorrectDialog</name>
    <message>
      <source>&amp;Correct</source>
      <translation>تصحيح</translation>
    </message>
    <message>
      <source>A correction needs its reason.</source>
      <translation>التصحيح يحتاج سببه.</translation>
    </message>
    <message>
      <source>Agency</source>
      <translation>الجهة</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>القضية</translation>
    </message>
    <message>
      <source>Case that the radiograph belongs to</source>
      <translation>القضية التي تنتمي إليها الصورة</translation>
    </message>
    <message>
      <source>Case {new} is of another incident: {incident}.</source>
      <translation>القضية {new} تابعة لحادثة أخرى: {incident}.</translation>
    </message>
    <message>
      <source>Case {number}, all its radiographs</source>
      <translation>القضية {number}، كل صورها</translation>
    </message>
    <message>
      <source>Check the number. A case is opened when something is received into it (Work, Receive files), or with `forensix case open`.</source>
      <translation>تحقق من الرقم. تُفتح القضية عندما يُستلم فيها شيء (العمل، استلام ملفات)، أو بالأمر `forensix case open`.</translation>
    </message>
    <message>
      <source>Condition</source>
      <translation>الحالة البدنية</translation>
    </message>
    <message>
      <source>Condition of the part, in words; the report states it</source>
      <translation>حالة الجزء بالكلمات؛ يذكرها التقرير</translation>
    </message>
    <message>
      <source>Correct {name}</source>
      <translation>تصحيح {name}</translation>
    </message>
    <message>
      <source>Label of the part</source>
      <translation>تسمية الجزء</translation>
    </message>
    <message>
      <source>Laboratory or agency of the incident</source>
      <translation>مختبر الحادثة أو جهتها</translation>
    </message>
    <message>
      <source>Nothing is changed yet.</source>
      <translation>لم يتغير شيء بعد.</translation>
    </message>
    <message>
      <source>Nothing is erased: it is withdrawn from case {old}, where all that was done with it stays as history, and its file is received into case {new}, to be observed and examined there. Its other fields can be corrected there afterwards.</source>
      <translation>لا يُمحى شيء: تُسحب من القضية {old} حيث يبقى كل ما جرى عليها سجلًّا سابقًا، ويُستلم ملفها في القضية {new} لتُلاحَظ وتُفحص هناك. ويمكن تصحيح حقولها الأخرى هناك بعد ذلك.</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>الرقم</translation>
    </message>
    <message>
      <source>Number of the case</source>
      <translation>رقم القضية</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>الجزء</translation>
    </message>
    <message>
      <source>Part and number of the case cannot be empty.</source>
      <translation>لا يمكن ترك الجزء ورقم القضية فارغين.</translation>
    </message>
    <message>
      <source>Radiograph and part</source>
      <translation>الصورة والجزء</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>السبب</translation>
    </message>
    <message>
      <source>Reason of the correction</source>
      <translation>سبب التصحيح</translation>
    </message>
    <message>
      <source>Received into the wrong case? Choose the right one.</source>
      <translation>استُلمت في قضية خاطئة؟ اختر القضية الصحيحة.</translation>
    </message>
    <message>
      <source>Requested by</source>
      <translation>بطلب من</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>الجانب</translation>
    </message>
    <message>
      <source>Side of the hand</source>
      <translation>جانب اليد</translation>
    </message>
    <message>
      <source>The old value stays in custody beside the new one. A new side gives another reading: examine again afterwards. The report prints “not stated” where a field is empty.</source>
      <translation>تبقى القيمة القديمة في الحيازة بجانب الجديدة. الجانب الجديد يعطي قراءة أخرى: افحص مجدداً بعده. وحيث الحقل فارغ يطبع التقرير «not stated».</translation>
    </message>
    <message>
      <source>There is no case {number} in this casebook.</source>
      <translation>لا توجد قضية {number} في سجل القضايا هذا.</translation>
    </message>
    <message>
      <source>View</source>
      <translation>الإسقاط</translation>
    </message>
    <message>
      <source>What another case means</source>
      <translation>ما يعنيه اختيار قضية أخرى</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>ما الناقص</translation>
    </message>
    <message>
      <source>Who asked for the examination</source>
      <translation>من طلب الفحص</translation>
    </message>
    <message>
      <source>Whose radiograph it is</source>
      <translation>صاحب الصورة</translation>
    </message>
    <message>
      <source>Why the old value was wrong, or how the missing one became known</source>
      <translation>لماذا كانت القيمة القديمة خاطئة، أو كيف عُرفت الناقصة</translation>
    </message>
  </context>
  <context>
    <name>CountersignDialog</name>
    <message>
      <source>&amp;Countersign</source>
      <translation>توقيع مصادق</translation>
    </message>
    <message>
      <source>Countersign version {n} of the report</source>
      <translation>توقيع مصادق على الإصدار {n} من التقرير</translation>
    </message>
    <message>
      <source>Opening the report …</source>
      <translation>فتح التقرير …</translation>
    </message>
    <message>
      <source>Sign this report as its reviewer; the file before your signature is kept too</source>
      <translation>وقّع هذا التقرير بصفتك مراجعه؛ يُحفظ أيضاً الملف قبل توقيعك</translation>
    </message>
    <message>
      <source>The report cannot be shown.</source>
      <translation>لا يمكن عرض التقرير.</translation>
    </message>
    <message>
      <source>The report records a review by {names}: who reviewed countersigns, in the words of that review.</source>
      <translation>يسجل التقرير مراجعة من {names}: من راجع يوقّع مصادقاً بكلمات تلك المراجعة.</translation>
    </message>
    <message>
      <source>The report records no review: your signature says that you have seen it, not that you agree.</source>
      <translation>لا يسجل التقرير أي مراجعة: توقيعك يقول إنك اطلعت عليه، لا إنك توافق.</translation>
    </message>
    <message>
      <source>Version {n} was countersigned by {signer}.</source>
      <translation>الإصدار {n} صادق عليه بالتوقيع {signer}.</translation>
    </message>
    <message>
      <source>What your signature says</source>
      <translation>ماذا يقول توقيعك</translation>
    </message>
    <message>
      <source>You work as {works}; this key is that of {signs}.</source>
      <translation>أنت تعمل باسم {works}؛ وهذا المفتاح هو مفتاح {signs}.</translation>
    </message>
    <message>
      <source>opening the report</source>
      <translation>فتح التقرير</translation>
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>&amp;Copy the report</source>
      <translation>نسخ التقرير</translation>
    </message>
    <message>
      <source>A fault in forensix</source>
      <translation>خلل في forensix</translation>
    </message>
    <message>
      <source>Report of the fault</source>
      <translation>تقرير الخلل</translation>
    </message>
    <message>
      <source>This is a fault in the program, not in your work. What was recorded in the casebook before it is kept. Copy the report and send it to whoever looks after forensix; check it for names first.</source>
      <translation>هذا خلل في البرنامج لا في عملك. ما سُجّل في سجل القضايا قبله محفوظ. انسخ التقرير وأرسله إلى من يرعى forensix؛ وتأكد أولاً من خلوه من الأسماء.</translation>
    </message>
  </context>
  <context>
    <name>CreateCasebookDialog</name>
    <message>
      <source>&amp;Blind first: an estimate stays covered until your own observation is locked</source>
      <translation>أعمى أولاً: يبقى التقدير مغطى حتى تثبّت ملاحظتك</translation>
    </message>
    <message>
      <source>&amp;Create</source>
      <translation>إنشاء</translation>
    </message>
    <message>
      <source>Choose another folder</source>
      <translation>اختيار مجلد آخر</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>Create a casebook</source>
      <translation>إنشاء سجل قضايا</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>المجلد</translation>
    </message>
    <message>
      <source>Folder of the casebook</source>
      <translation>مجلد سجل القضايا</translation>
    </message>
    <message>
      <source>Full name</source>
      <translation>الاسم الكامل</translation>
    </message>
    <message>
      <source>Name the folder.</source>
      <translation>سمِّ المجلد.</translation>
    </message>
    <message>
      <source>Qualification</source>
      <translation>المؤهل</translation>
    </message>
    <message>
      <source>The custody log and every report say which way this was set; it cannot be changed later.</source>
      <translation>سجل الحيازة وكل تقرير يذكران كيف ضُبط هذا؛ ولا يمكن تغييره لاحقاً.</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>ما الناقص</translation>
    </message>
    <message>
      <source>Your full name</source>
      <translation>اسمك الكامل</translation>
    </message>
    <message>
      <source>Your full name is missing.</source>
      <translation>اسمك الكامل ناقص.</translation>
    </message>
  </context>
  <context>
    <name>CustodyTab</name>
    <message>
      <source>&amp;Copy all</source>
      <translation>نسخ الكل</translation>
    </message>
    <message>
      <source>Act</source>
      <translation>الفعل</translation>
    </message>
    <message>
      <source>Acts: {n}. Those of other cases are not shown, and the chain runs through them.</source>
      <translation>الأفعال: {n}. أفعال القضايا الأخرى لا تُعرض، والسلسلة تمر بها.</translation>
    </message>
    <message>
      <source>Copy the whole timeline as text</source>
      <translation>نسخ التسلسل كله نصاً</translation>
    </message>
    <message>
      <source>Custody of case {number}</source>
      <translation>حيازة القضية {number}</translation>
    </message>
    <message>
      <source>Custody timeline of the case</source>
      <translation>تسلسل حيازة القضية</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>رقم</translation>
    </message>
    <message>
      <source>The chosen act in full</source>
      <translation>الفعل المختار كاملاً</translation>
    </message>
    <message>
      <source>When (UTC)</source>
      <translation>متى (UTC)</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>من</translation>
    </message>
  </context>
  <context>
    <name>DiscloseDialog</name>
    <message>
      <source>&amp;Copy this</source>
      <translation>نسخ هذا</translation>
    </message>
    <message>
      <source>&amp;Sign its manifest, and with it the custody log up to now</source>
      <translation>&amp;توقيع بيانه، ومعه سجل الحيازة حتى الآن</translation>
    </message>
    <message>
      <source>&amp;Write the disclosure</source>
      <translation>&amp;كتابة الإفصاح</translation>
    </message>
    <message>
      <source>Case {number} has no issued report to disclose; issue it first.</source>
      <translation>ليس للقضية {number} تقرير صادر للإفصاح عنه؛ أصدره أولًا.</translation>
    </message>
    <message>
      <source>Copy what is said here</source>
      <translation>نسخ ما يقال هنا</translation>
    </message>
    <message>
      <source>Disclose case {number}</source>
      <translation>الإفصاح عن القضية {number}</translation>
    </message>
    <message>
      <source>File</source>
      <translation>الملف</translation>
    </message>
    <message>
      <source>For</source>
      <translation>لأجل</translation>
    </message>
    <message>
      <source>For whom the disclosure is made</source>
      <translation>لمن يُعَدّ الإفصاح</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>يحوي</translation>
    </message>
    <message>
      <source>Manifest signed by</source>
      <translation>البيان وقَّعه</translation>
    </message>
    <message>
      <source>Name of the disclosure</source>
      <translation>اسم الإفصاح</translation>
    </message>
    <message>
      <source>One zip: every version of the report and every signed file, the records, the custody log with the acts of other cases as bare hashes, the model's card and evaluation, the public certificates, and the programs that check all this. It is checked here first, as the other side will. Custody records it.</source>
      <translation>ملف zip واحد: كل نسخ التقرير وكل ملف موقَّع والسجلات وسجل الحيازة مع أفعال القضايا الأخرى كتجزئات فقط وبطاقة النموذج وتقييمه والشهادات العلنية والبرامج التي تفحص ذلك كله. يُفحص هنا أولًا كما سيفحصه الطرف الآخر، ويسجله سجل الحيازة.</translation>
    </message>
    <message>
      <source>Originals</source>
      <translation>الأصول</translation>
    </message>
    <message>
      <source>SHA-256 of the zip</source>
      <translation>SHA-256 للملف zip</translation>
    </message>
    <message>
      <source>Signature</source>
      <translation>التوقيع</translation>
    </message>
    <message>
      <source>Tell the other side these numbers by another way than the zip, by telephone or on paper:</source>
      <translation>أبلغ الطرف الآخر هذه الأرقام بغير طريق zip، هاتفيًا أو على ورق:</translation>
    </message>
    <message>
      <source>They check it without forensix, with Python 3.11 or later, as README.txt in the zip says:</source>
      <translation>يفحصونه بلا forensix، ببايثون 3.11 أو أحدث، كما يقول README.txt في zip:</translation>
    </message>
    <message>
      <source>What was written, and how it is checked</source>
      <translation>ما كُتب وكيف يُفحص</translation>
    </message>
    <message>
      <source>Whether the originals go with it</source>
      <translation>هل تُرفق الأصول</translation>
    </message>
    <message>
      <source>Written, and accepted here by the program that the other side runs. Checks passed: {n}.</source>
      <translation>كُتب، وقبله هنا البرنامج الذي يشغله الطرف الآخر. الفحوص الناجحة: {n}.</translation>
    </message>
    <message>
      <source>kept in custody; later disclosures of this case show it</source>
      <translation>يُحفظ في سجل الحيازة وتُظهره إفصاحات القضية اللاحقة</translation>
    </message>
    <message>
      <source>manifest: {sha256}</source>
      <translation>البيان: {sha256}</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>لا أحد</translation>
    </message>
    <message>
      <source>only the SHA-256 of each radiograph</source>
      <translation>SHA-256 كل صورة فقط</translation>
    </message>
    <message>
      <source>root certificate: {sha256}</source>
      <translation>الشهادة الجذرية: {sha256}</translation>
    </message>
    <message>
      <source>the radiographs as they were received</source>
      <translation>الصور كما استُلمت</translation>
    </message>
    <message>
      <source>writing the disclosure</source>
      <translation>كتابة الإفصاح</translation>
    </message>
    <message>
      <source>{files} files, {size} MB</source>
      <translation>{files} ملفًا، {size} MB</translation>
    </message>
  </context>
  <context>
    <name>DoctorDialog</name>
    <message>
      <source>&amp;Copy this</source>
      <translation>نسخ هذا</translation>
    </message>
    <message>
      <source>&amp;Look again</source>
      <translation>&amp;النظر ثانية</translation>
    </message>
    <message>
      <source>Copy what is said here</source>
      <translation>نسخ ما يقال هنا</translation>
    </message>
    <message>
      <source>Is this computer ready?</source>
      <translation>هل هذا الحاسوب جاهز؟</translation>
    </message>
    <message>
      <source>Looking …</source>
      <translation>جارٍ النظر …</translation>
    </message>
    <message>
      <source>This computer is ready.</source>
      <translation>هذا الحاسوب جاهز.</translation>
    </message>
    <message>
      <source>To be put right first: {n}.</source>
      <translation>أمور يجب إصلاحها أولًا: {n}.</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>ما وُجد</translation>
    </message>
    <message>
      <source>Whether this computer is ready</source>
      <translation>هل هذا الحاسوب جاهز</translation>
    </message>
    <message>
      <source>looking at this computer</source>
      <translation>فحص هذا الحاسوب</translation>
    </message>
  </context>
  <context>
    <name>Doors</name>
    <message>
      <source>Open a casebook</source>
      <translation>فتح سجل قضايا</translation>
    </message>
    <message>
      <source>making the casebook</source>
      <translation>إنشاء سجل القضايا</translation>
    </message>
    <message>
      <source>making the demonstration</source>
      <translation>إعداد العرض التوضيحي</translation>
    </message>
    <message>
      <source>opening the casebook</source>
      <translation>فتح سجل القضايا</translation>
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
      <translation>للاطلاع فقط: </translation>
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
      <source>In English, as the report prints it. It means: {means}</source>
      <translation>بالإنجليزية كما يطبعه التقرير. والمعنى: {means}</translation>
    </message>
    <message>
      <source>Likelihood ratio</source>
      <translation>نسبة الأرجحية</translation>
    </message>
    <message>
      <source>Limitations</source>
      <translation>القيود</translation>
    </message>
    <message>
      <source>Model and path</source>
      <translation>النموذج ومسار الحساب</translation>
    </message>
    <message>
      <source>Not examined yet.</source>
      <translation>لم يُفحص بعد.</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>النتيجة</translation>
    </message>
    <message>
      <source>Posterior at the prior</source>
      <translation>الاحتمال البعدي عند القبلي</translation>
    </message>
    <message>
      <source>Prior of male</source>
      <translation>الاحتمال القبلي للذكر</translation>
    </message>
    <message>
      <source>Prior probability of male, to see what would change; the record keeps its own</source>
      <translation>الاحتمال القبلي للذكر، لرؤية ما سيتغير؛ المسجل يبقى كما هو</translation>
    </message>
    <message>
      <source>Re&amp;veal the estimate</source>
      <translation>كشف التقدير</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>السبب</translation>
    </message>
    <message>
      <source>Run the network on the selected radiographs; the estimate stays covered</source>
      <translation>تشغيل الشبكة على الصور المختارة؛ يبقى التقدير مغطى</translation>
    </message>
    <message>
      <source>Show the estimate; the custody log records when</source>
      <translation>عرض التقدير؛ سجل الحيازة يسجل متى</translation>
    </message>
    <message>
      <source>Skeletal age</source>
      <translation>العمر الهيكلي</translation>
    </message>
    <message>
      <source>State of the estimate</source>
      <translation>حالة التقدير</translation>
    </message>
    <message>
      <source>Typicality</source>
      <translation>النمطية</translation>
    </message>
    <message>
      <source>Verbal equivalent</source>
      <translation>التعبير اللفظي</translation>
    </message>
    <message>
      <source>What another prior would change</source>
      <translation>ماذا يغيّر احتمال قبلي آخر</translation>
    </message>
    <message>
      <source>What the verbal equivalent means</source>
      <translation>معنى التعبير اللفظي</translation>
    </message>
    <message>
      <source>run {n}</source>
      <translation>التشغيل {n}</translation>
    </message>
    <message>
      <source>under the site record of {site}</source>
      <translation>تحت سجل الموقع {site}</translation>
    </message>
  </context>
  <context>
    <name>EstimateStrip</name>
    <message>
      <source>Likelihood ratio from female to male</source>
      <translation>نسبة الأرجحية من أنثى إلى ذكر</translation>
    </message>
    <message>
      <source>female</source>
      <translation>أنثى</translation>
    </message>
    <message>
      <source>log10 likelihood ratio {value}; decides female below {female} and male above {male}; bound {low} to {high}.</source>
      <translation>لوغاريتم نسبة الأرجحية {value}؛ يُقرّر أنثى تحت {female} وذكر فوق {male}؛ الحدود من {low} إلى {high}.</translation>
    </message>
    <message>
      <source>male</source>
      <translation>ذكر</translation>
    </message>
  </context>
  <context>
    <name>ExaminationPanel</name>
    <message>
      <source>Choose a radiograph in the list first.</source>
      <translation>اختر أولًا صورة من القائمة.</translation>
    </message>
    <message>
      <source>Examination</source>
      <translation>الفحص</translation>
    </message>
    <message>
      <source>locking the observation</source>
      <translation>تثبيت الملاحظة</translation>
    </message>
    <message>
      <source>no radiograph</source>
      <translation>لا توجد صورة</translation>
    </message>
    <message>
      <source>recording the conclusion</source>
      <translation>تسجيل الاستنتاج</translation>
    </message>
    <message>
      <source>recording the review</source>
      <translation>تسجيل المراجعة</translation>
    </message>
    <message>
      <source>revealing</source>
      <translation>الكشف</translation>
    </message>
    <message>
      <source>“{what}” cannot be done here as things stand. {key} goes to the step that waits for you.</source>
      <translation>لا يمكن «{what}» هنا على الحال الراهنة. {key} ينقلك إلى الخطوة التي تنتظرك.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>&amp;Export</source>
      <translation>&amp;تصدير</translation>
    </message>
    <message>
      <source>&amp;I have looked at every radiograph of the case: nothing written in a picture tells whose it is</source>
      <translation>&amp;نظرتُ في كل صور القضية: لا كتابة في صورة تدل على صاحبها</translation>
    </message>
    <message>
      <source>As</source>
      <translation>بصيغة</translation>
    </message>
    <message>
      <source>As what</source>
      <translation>بأي صيغة</translation>
    </message>
    <message>
      <source>DICOM is written of one case at a time.</source>
      <translation>تُكتب DICOM لقضية واحدة في كل مرة.</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>تصدير</translation>
    </message>
    <message>
      <source>File</source>
      <translation>الملف</translation>
    </message>
    <message>
      <source>Files written: {n}; the first is {file}.</source>
      <translation>الملفات المكتوبة: {n}؛ أولها {file}.</translation>
    </message>
    <message>
      <source>Left out: {reason}</source>
      <translation>تُرك: {reason}</translation>
    </message>
    <message>
      <source>Name of the export</source>
      <translation>اسم التصدير</translation>
    </message>
    <message>
      <source>Names can be written in the picture itself, where no program looks for them: look, and say so.</source>
      <translation>قد تُكتب الأسماء في الصورة نفسها حيث لا يبحث عنها برنامج: انظر وقل ذلك.</translation>
    </message>
    <message>
      <source>One row for each radiograph. An estimate that you may not see yet is written as “covered”.</source>
      <translation>سطر لكل صورة. والتقدير الذي لا يجوز لك رؤيته بعد يُكتب «covered».</translation>
    </message>
    <message>
      <source>Only of radiographs whose estimate you may see.</source>
      <translation>للصور التي يجوز لك رؤية تقديرها فقط.</translation>
    </message>
    <message>
      <source>Several get -1, -2 behind the name. The list of changes lies beside them; the originals stay.</source>
      <translation>إن تعددت أُلحق بالاسم -1 و-2. وقائمة التغييرات بجانبها؛ والأصول باقية.</translation>
    </message>
    <message>
      <source>What</source>
      <translation>ماذا</translation>
    </message>
    <message>
      <source>What is exported</source>
      <translation>ما يُصدَّر</translation>
    </message>
    <message>
      <source>What is written</source>
      <translation>ما يُكتب</translation>
    </message>
    <message>
      <source>Written to {file}; rows: {n}.</source>
      <translation>كُتب في {file}؛ عدد الأسطر: {n}.</translation>
    </message>
    <message>
      <source>all cases of the incident {name}</source>
      <translation>كل قضايا الحادثة {name}</translation>
    </message>
    <message>
      <source>case {number}</source>
      <translation>القضية {number}</translation>
    </message>
    <message>
      <source>de-identified copies of the radiographs (DICOM)</source>
      <translation>نسخ من الصور بلا بيانات الهوية (DICOM)</translation>
    </message>
    <message>
      <source>estimates as structured reports (DICOM SR)</source>
      <translation>التقديرات كتقارير منظمة (DICOM SR)</translation>
    </message>
    <message>
      <source>exporting</source>
      <translation>تصدير</translation>
    </message>
    <message>
      <source>radiographs with their heatmap (DICOM)</source>
      <translation>الصور مع خريطتها الحرارية (DICOM)</translation>
    </message>
    <message>
      <source>table for a program (JSON)</source>
      <translation>جدول لبرنامج (JSON)</translation>
    </message>
    <message>
      <source>table for a spreadsheet (CSV)</source>
      <translation>جدول لبرنامج جداول (CSV)</translation>
    </message>
  </context>
  <context>
    <name>FirstStart</name>
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
      <translation>مجلد على هذا الحاسوب للقضايا والأصول والتقارير وسجل الحيازة.</translation>
    </message>
    <message>
      <source>C&amp;reate a casebook</source>
      <translation>إنشاء سجل قضايا</translation>
    </message>
    <message>
      <source>Go on with a casebook folder that exists.</source>
      <translation>المتابعة في سجل قضايا موجود.</translation>
    </message>
    <message>
      <source>Open the &amp;demonstration</source>
      <translation>فتح العرض التوضيحي</translation>
    </message>
    <message>
      <source>Radiograph, estimate and heatmap at once. Not evidence; nothing is kept.</source>
      <translation>الصورة والتقدير وخريطة الحرارة معاً. ليس دليلاً؛ ولا يُحفظ شيء.</translation>
    </message>
    <message>
      <source>Research use; the models that ship were validated on children and young people only, not on adults.</source>
      <translation>للبحث؛ النماذج المرفقة جرى التحقق منها على الأطفال واليافعين فقط، لا على البالغين.</translation>
    </message>
    <message>
      <source>Sex estimation from hand radiographs, with custody and signed reports. Nothing leaves this computer.</source>
      <translation>تقدير الجنس من صور الأشعة لليد، مع سلسلة حيازة وتقارير موقعة. لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
      <source>The whole job on made-up radiographs, from receipt to a signed report. About a minute.</source>
      <translation>العمل كله على صور مختلقة، من الاستلام إلى تقرير موقّع. نحو دقيقة.</translation>
    </message>
  </context>
  <context>
    <name>HeatmapStep</name>
    <message>
      <source>Checks of the heatmap</source>
      <translation>اختبارات خريطة الحرارة</translation>
    </message>
    <message>
      <source>Explains</source>
      <translation>تفسّر</translation>
    </message>
    <message>
      <source>Female</source>
      <translation>أنثى</translation>
    </message>
    <message>
      <source>Heatmap for {what}</source>
      <translation>خريطة حرارة: {what}</translation>
    </message>
    <message>
      <source>Lay this heatmap over the radiograph and show its checks</source>
      <translation>وضع هذه الخريطة فوق الصورة وعرض اختباراتها</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>الطبقة</translation>
    </message>
    <message>
      <source>Make &amp;heatmaps</source>
      <translation>إنشاء خرائط حرارة</translation>
    </message>
    <message>
      <source>Make these heatmaps with their checks; the custody log keeps that they were made</source>
      <translation>إنشاء هذه الخرائط مع اختباراتها؛ سجل الحيازة يحفظ أنها أُنشئت</translation>
    </message>
    <message>
      <source>Male</source>
      <translation>ذكر</translation>
    </message>
    <message>
      <source>Male and female, side by side</source>
      <translation>ذكر وأنثى، جنباً إلى جنب</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>الطريقة</translation>
    </message>
    <message>
      <source>No heatmap was made.</source>
      <translation>لم تُنشأ خريطة حرارة.</translation>
    </message>
    <message>
      <source>Skeletal age, towards older</source>
      <translation>العمر الهيكلي، نحو الأكبر</translation>
    </message>
    <message>
      <source>The heatmap</source>
      <translation>خريطة الحرارة</translation>
    </message>
    <message>
      <source>This map is being checked.</source>
      <translation>يجري اختبار هذه الخريطة.</translation>
    </message>
    <message>
      <source>This map was not checked.</source>
      <translation>لم تُختبر هذه الخريطة.</translation>
    </message>
    <message>
      <source>What the heatmap is</source>
      <translation>ما هي خريطة الحرارة</translation>
    </message>
    <message>
      <source>What the method does</source>
      <translation>ماذا تفعل الطريقة</translation>
    </message>
    <message>
      <source>Where the network responded; not proof of the cause. A map that fails a check should not be argued from.</source>
      <translation>أين استجابت الشبكة؛ ليس برهاناً على السبب. لا يُحتج بخريطة لم تجتز اختباراً.</translation>
    </message>
    <message>
      <source>checking the heatmap</source>
      <translation>اختبار خريطة الحرارة</translation>
    </message>
    <message>
      <source>checks failed:
{n} of {whole}</source>
      <translation>اختبارات لم تُجتز:
{n} من {whole}</translation>
    </message>
    <message>
      <source>last one with a place</source>
      <translation>الأخيرة ذات الموضع</translation>
    </message>
    <message>
      <source>making heatmaps</source>
      <translation>إنشاء خرائط الحرارة</translation>
    </message>
    <message>
      <source>no map</source>
      <translation>لا خريطة</translation>
    </message>
    <message>
      <source>{what} of further heatmaps</source>
      <translation>{what} لخرائط حرارة أخرى</translation>
    </message>
  </context>
  <context>
    <name>Histogram</name>
    <message>
      <source>Histogram and window</source>
      <translation>المدرج التكراري والنافذة</translation>
    </message>
    <message>
      <source>Pixels by brightness, logarithmic; drag the window's edges or its middle (arrow keys: move, widen, narrow the window)</source>
      <translation>النقاط حسب السطوع، لوغاريتمياً؛ اسحب حافتي النافذة أو وسطها (مفاتيح الأسهم: تحريك النافذة وتوسيعها وتضييقها)</translation>
    </message>
    <message>
      <source>window {low} to {high}</source>
      <translation>النافذة من {low} إلى {high}</translation>
    </message>
  </context>
  <context>
    <name>IdentitiesDialog</name>
    <message>
      <source>&amp;Do it</source>
      <translation>&amp;تنفيذ</translation>
    </message>
    <message>
      <source>A card cannot hold the site's time-stamp service.</source>
      <translation>لا تستطيع البطاقة حمل خدمة ختم الوقت للموقع.</translation>
    </message>
    <message>
      <source>Again</source>
      <translation>مرة أخرى</translation>
    </message>
    <message>
      <source>Authority</source>
      <translation>السلطة</translation>
    </message>
    <message>
      <source>Choose the identity in the list; a replaced certificate stays as it is.</source>
      <translation>اختر الهوية من القائمة؛ والشهادة المستبدلة تبقى كما هي.</translation>
    </message>
    <message>
      <source>Do</source>
      <translation>الإجراء</translation>
    </message>
    <message>
      <source>For a certificate that expired, or a passphrase that is lost: type the new one. A card keeps its key.</source>
      <translation>لشهادة انتهت أو عبارة مرور ضاعت: اكتب الجديدة. والبطاقة تحتفظ بمفتاحها.</translation>
    </message>
    <message>
      <source>Her reports are then time-stamped by the service. Type the passphrase that opens her identity.</source>
      <translation>تُختم تقاريرها بالوقت بعدها بالخدمة. اكتب عبارة المرور التي تفتح هويتها.</translation>
    </message>
    <message>
      <source>Identities</source>
      <translation>الهويات</translation>
    </message>
    <message>
      <source>Identities and their certificates</source>
      <translation>الهويات وشهاداتها</translation>
    </message>
    <message>
      <source>It signs nothing any more; what was signed before, and stored, stands. It cannot be undone.</source>
      <translation>لا توقع شيئًا بعد الآن؛ وما وُقِّع وحُفظ من قبل قائم. ولا رجعة في ذلك.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>الاسم</translation>
    </message>
    <message>
      <source>Nobody signs without a list that holds; it is good for another 30 days then.</source>
      <translation>لا توقيع بلا قائمة سارية؛ وتسري بعدها 30 يومًا أخرى.</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>عبارة المرور</translation>
    </message>
    <message>
      <source>Passphrase of the identity</source>
      <translation>عبارة مرور الهوية</translation>
    </message>
    <message>
      <source>Passphrase of the site authority</source>
      <translation>عبارة مرور سلطة الموقع</translation>
    </message>
    <message>
      <source>Renew the revocation list now: after {day} nobody can sign.</source>
      <translation>جدِّد قائمة الإلغاء الآن: بعد {day} لا أحد يوقع.</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>الدور</translation>
    </message>
    <message>
      <source>Serial</source>
      <translation>الرقم التسلسلي</translation>
    </message>
    <message>
      <source>State</source>
      <translation>الحالة</translation>
    </message>
    <message>
      <source>The PIN of the card is needed.</source>
      <translation>رقم PIN للبطاقة مطلوب.</translation>
    </message>
    <message>
      <source>The identity of {name} is renewed.</source>
      <translation>جُدِّدت هوية {name}.</translation>
    </message>
    <message>
      <source>The identity of {name} is revoked for good.</source>
      <translation>أُلغيت هوية {name} نهائيًا.</translation>
    </message>
    <message>
      <source>The new passphrase is needed, the same twice.</source>
      <translation>عبارة المرور الجديدة مطلوبة مرتين متطابقتين.</translation>
    </message>
    <message>
      <source>The passphrase of the identity is needed.</source>
      <translation>عبارة مرور الهوية مطلوبة.</translation>
    </message>
    <message>
      <source>The revocation list is good for another 30 days.</source>
      <translation>قائمة الإلغاء سارية 30 يومًا أخرى.</translation>
    </message>
    <message>
      <source>The revocation list is good until {day}; without it nobody can sign.</source>
      <translation>قائمة الإلغاء سارية حتى {day}؛ وبدونها لا أحد يوقع.</translation>
    </message>
    <message>
      <source>The revocation list ran out on {day}: nobody can sign until it is renewed.</source>
      <translation>انتهت قائمة الإلغاء في {day}: لا أحد يوقع حتى تُجدَّد.</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>نفسها مرة أخرى</translation>
    </message>
    <message>
      <source>The site authority needs its passphrase.</source>
      <translation>تحتاج سلطة الموقع إلى عبارة مرورها.</translation>
    </message>
    <message>
      <source>There is no site authority yet: the first signing identity makes it.</source>
      <translation>لا سلطة للموقع بعد: تنشئها أول هوية توقيع.</translation>
    </message>
    <message>
      <source>Time-stamp service until {day}.</source>
      <translation>خدمة ختم الوقت حتى {day}.</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>حتى</translation>
    </message>
    <message>
      <source>Until when anybody can sign</source>
      <translation>حتى متى يمكن التوقيع</translation>
    </message>
    <message>
      <source>What the authority is asked for</source>
      <translation>ما يُطلب من السلطة</translation>
    </message>
    <message>
      <source>What this act does</source>
      <translation>ما يفعله هذا الإجراء</translation>
    </message>
    <message>
      <source>asking the site authority</source>
      <translation>مخاطبة سلطة الموقع</translation>
    </message>
    <message>
      <source>hand the time-stamp service to this identity</source>
      <translation>تسليم خدمة ختم الوقت لهذه الهوية</translation>
    </message>
    <message>
      <source>renew the revocation list</source>
      <translation>تجديد قائمة الإلغاء</translation>
    </message>
    <message>
      <source>renew this identity: a new key and certificate</source>
      <translation>تجديد هذه الهوية: مفتاح وشهادة جديدان</translation>
    </message>
    <message>
      <source>revoke this identity, for good</source>
      <translation>إلغاء هذه الهوية نهائيًا</translation>
    </message>
    <message>
      <source>{name} holds the time-stamp service now.</source>
      <translation>لدى {name} الآن خدمة ختم الوقت.</translation>
    </message>
  </context>
  <context>
    <name>IdentityDialog</name>
    <message>
      <source>&amp;Create</source>
      <translation>إنشاء</translation>
    </message>
    <message>
      <source>A card cannot hold the service: its signatures carry the time of this computer's clock.</source>
      <translation>لا تستطيع البطاقة حمل الخدمة: توقيعاتها تحمل وقت ساعة هذا الحاسوب.</translation>
    </message>
    <message>
      <source>Again</source>
      <translation>مرة أخرى</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>البطاقة</translation>
    </message>
    <message>
      <source>Choose the module's file</source>
      <translation>اختيار ملف الوحدة</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>Full name</source>
      <translation>الاسم الكامل</translation>
    </message>
    <message>
      <source>Her own passphrase</source>
      <translation>عبارة مرورها</translation>
    </message>
    <message>
      <source>Her own passphrase is needed, the same twice.</source>
      <translation>عبارة مرورها لازمة، نفسها مرتين.</translation>
    </message>
    <message>
      <source>Its own key then signs the time of each signature, which it takes from this computer's clock.</source>
      <translation>عندها يوقّع مفتاحها الخاص وقت كل توقيع، وتأخذه من ساعة هذا الحاسوب.</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>الحفظ</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>المفتاح</translation>
    </message>
    <message>
      <source>Label of the card</source>
      <translation>تسمية البطاقة</translation>
    </message>
    <message>
      <source>Label of the key on the card</source>
      <translation>تسمية المفتاح على البطاقة</translation>
    </message>
    <message>
      <source>Module</source>
      <translation>الوحدة</translation>
    </message>
    <message>
      <source>Name of the site</source>
      <translation>اسم الموقع</translation>
    </message>
    <message>
      <source>Name the module of the card's maker, and the card.</source>
      <translation>سمِّ وحدة صانع البطاقة، والبطاقة.</translation>
    </message>
    <message>
      <source>Name the site.</source>
      <translation>سمِّ الموقع.</translation>
    </message>
    <message>
      <source>New signing identity</source>
      <translation>هوية توقيع جديدة</translation>
    </message>
    <message>
      <source>Nobody can recover a passphrase; several words are easier to keep than signs.</source>
      <translation>لا أحد يستطيع استعادة عبارة المرور؛ عدة كلمات أسهل حفظاً من الرموز.</translation>
    </message>
    <message>
      <source>PIN</source>
      <translation>PIN</translation>
    </message>
    <message>
      <source>PIN of the card</source>
      <translation>رقم PIN للبطاقة</translation>
    </message>
    <message>
      <source>PKCS#11 module</source>
      <translation>وحدة PKCS#11</translation>
    </message>
    <message>
      <source>PKCS#11 module of the card's maker</source>
      <translation>وحدة PKCS#11 من صانع البطاقة</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>عبارة المرور</translation>
    </message>
    <message>
      <source>Passphrase of the site authority</source>
      <translation>عبارة مرور سلطة الموقع</translation>
    </message>
    <message>
      <source>Qualification</source>
      <translation>المؤهل</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>الدور</translation>
    </message>
    <message>
      <source>Say who signs.</source>
      <translation>قل من يوقّع.</translation>
    </message>
    <message>
      <source>Signing key</source>
      <translation>مفتاح التوقيع</translation>
    </message>
    <message>
      <source>Site</source>
      <translation>الموقع</translation>
    </message>
    <message>
      <source>Site authority</source>
      <translation>سلطة الموقع</translation>
    </message>
    <message>
      <source>The PIN of the card is needed: it shows that it holds the key.</source>
      <translation>رقم PIN للبطاقة لازم: به تُثبت أنها تحمل المفتاح.</translation>
    </message>
    <message>
      <source>The card cannot be used as it is.</source>
      <translation>لا يمكن استعمال البطاقة على حالها.</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>نفسها مرة أخرى</translation>
    </message>
    <message>
      <source>The site authority needs its passphrase, the same twice when it is new.</source>
      <translation>سلطة الموقع تحتاج عبارة مرورها، نفسها مرتين عندما تكون جديدة.</translation>
    </message>
    <message>
      <source>The site's own certificate authority issues every identity of this casebook. Its passphrase is needed for each one.</source>
      <translation>سلطة الشهادات الخاصة بالموقع تصدر كل هوية في هذا السجل. عبارة مرورها لازمة لكل واحدة.</translation>
    </message>
    <message>
      <source>This module finds no card. Put the card into the reader, then choose the module again.</source>
      <translation>هذه الوحدة لا تجد بطاقة. ضع البطاقة في القارئ ثم اختر الوحدة مجدداً.</translation>
    </message>
    <message>
      <source>This site has the service; a new identity holds it.</source>
      <translation>لهذا الموقع الخدمة؛ والهوية الجديدة تحملها.</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>ما الناقص</translation>
    </message>
    <message>
      <source>Where the key is kept</source>
      <translation>أين يُحفظ المفتاح</translation>
    </message>
    <message>
      <source>Who signs</source>
      <translation>من يوقّع</translation>
    </message>
    <message>
      <source>With the site's &amp;time-stamp service</source>
      <translation>مع خدمة ختم الوقت للموقع</translation>
    </message>
    <message>
      <source>empty where the card holds one signing key</source>
      <translation>يُترك فارغاً إذا كانت البطاقة تحمل مفتاح توقيع واحداً</translation>
    </message>
    <message>
      <source>for example the laboratory, or the mortuary</source>
      <translation>مثلاً المختبر أو المشرحة</translation>
    </message>
    <message>
      <source>in a file, under a passphrase</source>
      <translation>في ملف، تحت عبارة مرور</translation>
    </message>
    <message>
      <source>looking for cards</source>
      <translation>البحث عن بطاقات</translation>
    </message>
    <message>
      <source>making an identity</source>
      <translation>إنشاء هوية</translation>
    </message>
    <message>
      <source>on a smart card (PKCS#11)</source>
      <translation>على بطاقة ذكية (PKCS#11)</translation>
    </message>
    <message>
      <source>the maker's library: .so, .dll or .dylib</source>
      <translation>مكتبة الصانع: ‎.so أو ‎.dll أو ‎.dylib</translation>
    </message>
  </context>
  <context>
    <name>KeyChoice</name>
    <message>
      <source>Identities</source>
      <translation>الهويات</translation>
    </message>
    <message>
      <source>Identity</source>
      <translation>الهوية</translation>
    </message>
    <message>
      <source>Identity file</source>
      <translation>ملف الهوية</translation>
    </message>
    <message>
      <source>Identity that signs</source>
      <translation>الهوية الموقّعة</translation>
    </message>
    <message>
      <source>Other &amp;file …</source>
      <translation>ملف &amp;آخر …</translation>
    </message>
    <message>
      <source>PIN of the card</source>
      <translation>رقم PIN للبطاقة</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>عبارة المرور</translation>
    </message>
    <message>
      <source>Passphrase of the identity</source>
      <translation>عبارة مرور الهوية</translation>
    </message>
    <message>
      <source>Sign with an identity file from elsewhere</source>
      <translation>التوقيع بملف هوية من مكان آخر</translation>
    </message>
    <message>
      <source>The PIN of the card is needed.</source>
      <translation>رقم PIN للبطاقة مطلوب.</translation>
    </message>
    <message>
      <source>The card cannot be used as it is.</source>
      <translation>لا يمكن استعمال البطاقة على حالها.</translation>
    </message>
    <message>
      <source>The passphrase of the identity is needed.</source>
      <translation>عبارة مرور الهوية مطلوبة.</translation>
    </message>
    <message>
      <source>There is no signing identity at hand: make one, or name another file.</source>
      <translation>لا هوية توقيع متاحة: أنشئ واحدة أو سمِّ ملفًا آخر.</translation>
    </message>
    <message>
      <source>{name} (card)</source>
      <translation>{name} (بطاقة)</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Close all the same?</source>
      <translation>الإغلاق رغم ذلك؟</translation>
    </message>
    <message>
      <source>Drop hand radiographs here: DICOM, PNG, TIFF, JPEG, WebP, folders or zip files.</source>
      <translation>أفلت صور أشعة اليد هنا: DICOM أو PNG أو TIFF أو JPEG أو WebP أو مجلدات أو ملفات zip.</translation>
    </message>
    <message>
      <source>Opening {name} …</source>
      <translation>فتح {name} …</translation>
    </message>
    <message>
      <source>SYNTHETIC: made-up radiographs; the estimates mean nothing</source>
      <translation>اصطناعي: صور مختلقة؛ التقديرات لا تعني شيئاً</translation>
    </message>
    <message>
      <source>Say who works, and the radiographs open: File, Who works.</source>
      <translation>قل من يعمل فتُفتح الصور: ملف، من يعمل.</translation>
    </message>
    <message>
      <source>This radiograph cannot be shown.</source>
      <translation>لا يمكن عرض هذه الصورة.</translation>
    </message>
    <message>
      <source>What you have typed is not locked yet.</source>
      <translation>ما كتبته لم يُثبّت بعد.</translation>
    </message>
    <message>
      <source>Work is going on; it stops after the item at work, and the next start offers the rest of a batch.</source>
      <translation>العمل جارٍ؛ يتوقف بعد العنصر الحالي، وعند التشغيل التالي يُعرض إكمال بقية الدفعة.</translation>
    </message>
    <message>
      <source>loading the network</source>
      <translation>تحميل الشبكة</translation>
    </message>
    <message>
      <source>opening {name}</source>
      <translation>فتح {name}</translation>
    </message>
  </context>
  <context>
    <name>MarkPen</name>
    <message>
      <source>Text of the mark</source>
      <translation>نص العلامة</translation>
    </message>
    <message>
      <source>Text, then Return</source>
      <translation>النص، ثم Enter</translation>
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message>
      <source>angle</source>
      <translation>زاوية</translation>
    </message>
    <message>
      <source>arrow</source>
      <translation>سهم</translation>
    </message>
    <message>
      <source>keeping the mark</source>
      <translation>حفظ العلامة</translation>
    </message>
    <message>
      <source>ruler</source>
      <translation>مسطرة</translation>
    </message>
    <message>
      <source>text</source>
      <translation>نص</translation>
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>&amp;About forensix</source>
      <translation>حول forensix</translation>
    </message>
    <message>
      <source>&amp;Back up</source>
      <translation>&amp;نسخ احتياطي</translation>
    </message>
    <message>
      <source>&amp;Casebook</source>
      <translation>&amp;سجل القضايا</translation>
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
      <source>&amp;Disclose the case</source>
      <translation>&amp;الإفصاح عن القضية</translation>
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
      <translation>مل&amp;ف</translation>
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
      <source>&amp;Identities</source>
      <translation>ال&amp;هويات</translation>
    </message>
    <message>
      <source>&amp;Is this computer ready? …</source>
      <translation>&amp;هل هذا الحاسوب جاهز؟ …</translation>
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
      <source>&amp;Number scheme</source>
      <translation>&amp;نظام الأرقام</translation>
    </message>
    <message>
      <source>&amp;Open a casebook …</source>
      <translation>فتح سجل قضايا …</translation>
    </message>
    <message>
      <source>&amp;Open the issued report</source>
      <translation>&amp;فتح التقرير الصادر</translation>
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
      <source>&amp;Restore a casebook</source>
      <translation>ا&amp;ستعادة سجل قضايا</translation>
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
      <source>&amp;Site records</source>
      <translation>سجلات ال&amp;موقع</translation>
    </message>
    <message>
      <source>&amp;Trust an authority</source>
      <translation>ال&amp;ثقة بسلطة</translation>
    </message>
    <message>
      <source>&amp;Verify the report</source>
      <translation>التحقق من التقرير</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>ع&amp;رض</translation>
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
      <source>A casebook from a backup</source>
      <translation>سجل قضايا من نسخة احتياطية</translation>
    </message>
    <message>
      <source>A report file from anywhere, against this casebook or a root certificate</source>
      <translation>ملف تقرير من أي مكان، مقابل هذا السجل أو شهادة جذرية</translation>
    </message>
    <message>
      <source>Agree or dissent</source>
      <translation>الموافقة أو المخالفة</translation>
    </message>
    <message>
      <source>C&amp;onfirm the clock</source>
      <translation>تأ&amp;كيد الساعة</translation>
    </message>
    <message>
      <source>Change between the dark and the light theme</source>
      <translation>التبديل بين المظهر الداكن والفاتح</translation>
    </message>
    <message>
      <source>Change who works</source>
      <translation>تغيير من يعمل</translation>
    </message>
    <message>
      <source>Check chain, originals and reports of the case</source>
      <translation>التحقق من السلسلة والأصول والتقارير للقضية</translation>
    </message>
    <message>
      <source>Check the current case, and run the network again on its radiographs: same or differs, with the numbers</source>
      <translation>التحقق من القضية الحالية وتشغيل الشبكة ثانية على صورها: مطابق أو مختلف مع الأرقام</translation>
    </message>
    <message>
      <source>Check the issued report</source>
      <translation>التحقق من التقرير الصادر</translation>
    </message>
    <message>
      <source>Check the whole casebook</source>
      <translation>التحقق من سجل القضايا كله</translation>
    </message>
    <message>
      <source>Co&amp;untersign …</source>
      <translation>توقيع مصادق …</translation>
    </message>
    <message>
      <source>Compare the &amp;clock</source>
      <translation>مقارنة ال&amp;ساعة</translation>
    </message>
    <message>
      <source>Compare this computer's clock with another one</source>
      <translation>مقارنة ساعة هذا الحاسوب بأخرى</translation>
    </message>
    <message>
      <source>Cop&amp;y the tab</source>
      <translation>&amp;نسخ علامة التبويب</translation>
    </message>
    <message>
      <source>Copy the fields of the header or the custody timeline, whichever is shown</source>
      <translation>نسخ حقول الترويسة أو سجل الحيازة، أيهما معروض</translation>
    </message>
    <message>
      <source>Create a casebook</source>
      <translation>إنشاء سجل قضايا</translation>
    </message>
    <message>
      <source>Decision rule, prior, device, theme, language, folders, shortcuts</source>
      <translation>قاعدة القرار، الاحتمال القبلي، الجهاز، المظهر، اللغة، المجلدات، الاختصارات</translation>
    </message>
    <message>
      <source>Do not ask again about a batch that was cut short; what was done stays done</source>
      <translation>عدم السؤال مجدداً عن دفعة انقطعت؛ ما أُنجز يبقى</translation>
    </message>
    <message>
      <source>Do what is left of a batch that was cut short</source>
      <translation>إنجاز ما بقي من دفعة انقطعت</translation>
    </message>
    <message>
      <source>E&amp;xport</source>
      <translation>ت&amp;صدير</translation>
    </message>
    <message>
      <source>Every key that works</source>
      <translation>كل المفاتيح العاملة</translation>
    </message>
    <message>
      <source>Examine &amp;again …</source>
      <translation>فحص مجدد …</translation>
    </message>
    <message>
      <source>Examine all that &amp;wait</source>
      <translation>فحص كل ما ينتظر</translation>
    </message>
    <message>
      <source>Examine every radiograph of the casebook that was not examined yet</source>
      <translation>فحص كل صورة في السجل لم تُفحص بعد</translation>
    </message>
    <message>
      <source>Examine the selected radiographs once more, with a reason; every run is kept</source>
      <translation>فحص الصور المختارة مرة أخرى مع ذكر السبب؛ كل تشغيل محفوظ</translation>
    </message>
    <message>
      <source>F&amp;ull screen</source>
      <translation>ملء الشاشة</translation>
    </message>
    <message>
      <source>For identities that another authority issued</source>
      <translation>لهويات أصدرتها سلطة أخرى</translation>
    </message>
    <message>
      <source>Full screen on or off</source>
      <translation>تشغيل ملء الشاشة أو إيقافه</translation>
    </message>
    <message>
      <source>Go on with the &amp;batch</source>
      <translation>متابعة ال&amp;دفعة</translation>
    </message>
    <message>
      <source>Go to the step that waits for you</source>
      <translation>الذهاب إلى الخطوة التي تنتظرك</translation>
    </message>
    <message>
      <source>Identity made: {path}</source>
      <translation>أُنشئت الهوية: {path}</translation>
    </message>
    <message>
      <source>It is right now, and was wrong before</source>
      <translation>هي صحيحة الآن وكانت خاطئة</translation>
    </message>
    <message>
      <source>Lea&amp;ve the batch</source>
      <translation>تر&amp;ك الدفعة</translation>
    </message>
    <message>
      <source>Lock your own observation</source>
      <translation>تثبيت ملاحظتك</translation>
    </message>
    <message>
      <source>Make &amp;heatmaps</source>
      <translation>إنشاء خرائط حرارة</translation>
    </message>
    <message>
      <source>Make a signing identity in this casebook</source>
      <translation>إنشاء هوية توقيع في هذا السجل</translation>
    </message>
    <message>
      <source>Make the heatmaps that the heatmap step asks for, with their checks</source>
      <translation>إنشاء خرائط الحرارة المطلوبة في خطوتها، مع اختباراتها</translation>
    </message>
    <message>
      <source>New &amp;signing identity …</source>
      <translation>هوية توقيع جديدة …</translation>
    </message>
    <message>
      <source>Next radiograph of the list</source>
      <translation>الصورة التالية في القائمة</translation>
    </message>
    <message>
      <source>Open a casebook</source>
      <translation>فتح سجل قضايا</translation>
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
      <translation>الصورة السابقة في القائمة</translation>
    </message>
    <message>
      <source>Put right or complete what is known of the radiograph, its part and its case, with the reason</source>
      <translation>تصحيح المعروف عن الصورة وجزئها وقضيتها أو إكماله، مع السبب</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>إنهاء</translation>
    </message>
    <message>
      <source>Radiograph, estimate and heatmap of a file; nothing is kept</source>
      <translation>صورة الملف وتقديره وخريطة حرارته؛ لا يُحفظ شيء</translation>
    </message>
    <message>
      <source>Receive a &amp;folder …</source>
      <translation>استلام مجلد …</translation>
    </message>
    <message>
      <source>Receive all radiographs of a folder into a case</source>
      <translation>استلام كل صور مجلد في قضية</translation>
    </message>
    <message>
      <source>Receive files into a case</source>
      <translation>استلام ملفات في قضية</translation>
    </message>
    <message>
      <source>Record your conclusion</source>
      <translation>تسجيل استنتاجك</translation>
    </message>
    <message>
      <source>Revie&amp;w the case …</source>
      <translation>مراجعة القضية …</translation>
    </message>
    <message>
      <source>Run the network on the selected radiographs</source>
      <translation>تشغيل الشبكة على الصور المختارة</translation>
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
      <translation>توقيع التقرير الصادر بصفتك مراجعه</translation>
    </message>
    <message>
      <source>Stop after the item at work; what is done stays done</source>
      <translation>التوقف بعد العنصر الحالي؛ ما أُنجز يبقى</translation>
    </message>
    <message>
      <source>The current case for the other side, in one zip</source>
      <translation>القضية الحالية للطرف الآخر في ملف zip</translation>
    </message>
    <message>
      <source>The current case or its incident for another system</source>
      <translation>القضية الحالية أو حادثتها لنظام آخر</translation>
    </message>
    <message>
      <source>The report</source>
      <translation>التقرير</translation>
    </message>
    <message>
      <source>The whole casebook in one file</source>
      <translation>السجل كله في ملف واحد</translation>
    </message>
    <message>
      <source>The whole job on made-up radiographs</source>
      <translation>العمل كله على صور مختلقة</translation>
    </message>
    <message>
      <source>Uncover the estimate</source>
      <translation>كشف التقدير</translation>
    </message>
    <message>
      <source>Verif&amp;y the case</source>
      <translation>التحقق من القضية</translation>
    </message>
    <message>
      <source>Verify a report &amp;file</source>
      <translation>التحقق من &amp;ملف تقرير</translation>
    </message>
    <message>
      <source>Verify and run the network a&amp;gain</source>
      <translation>التحقق وتشغيل الشبكة &amp;ثانية</translation>
    </message>
    <message>
      <source>Verify every&amp;thing</source>
      <translation>التحقق من كل شيء</translation>
    </message>
    <message>
      <source>Version and limits</source>
      <translation>الإصدار والحدود</translation>
    </message>
    <message>
      <source>What forensix needs of this computer, and what it found</source>
      <translation>ما يحتاجه forensix من هذا الحاسوب وما وجده</translation>
    </message>
    <message>
      <source>Which numbers the cases of an incident may have</source>
      <translation>الأرقام الجائزة لقضايا حادثة</translation>
    </message>
    <message>
      <source>Who can sign until when; renew and revoke</source>
      <translation>من يوقع وحتى متى؛ تجديد وإلغاء</translation>
    </message>
    <message>
      <source>With the system's viewer</source>
      <translation>ببرنامج العرض في النظام</translation>
    </message>
    <message>
      <source>Your own validation of a model</source>
      <translation>تحققك الخاص من نموذج</translation>
    </message>
    <message>
      <source>forensix {version}

Sex and skeletal-age estimation from hand radiographs, for research use. The models that ship were validated on children and young people, not on adults. An estimate is not an identification.</source>
      <translation>forensix {version}

تقدير الجنس والعمر الهيكلي من صور أشعة اليد، للبحث. النماذج المرفقة جرى التحقق منها على الأطفال واليافعين، لا على البالغين. التقدير ليس تعرّفاً على الهوية.</translation>
    </message>
  </context>
  <context>
    <name>ModelTab</name>
    <message>
      <source>Each hand was read both ways, as one of unknown side is; a report on one of known side has those of single readings.</source>
      <translation>قُرئت كل يد بالاتجاهين كما تُقرأ يد مجهولة الجانب؛ وإن عُرف الجانب ذكر التقرير أرقام القراءة الواحدة.</translation>
    </message>
    <message>
      <source>Each point: hands that were given about this probability, and the share recorded as male, with its 95 % interval and n.</source>
      <translation>كل نقطة: أيدٍ أُعطيت نحو هذا الاحتمال، ونسبة المسجلة ذكوراً، مع فترة 95 % وn.</translation>
    </message>
    <message>
      <source>How the model was made</source>
      <translation>كيف صُنع النموذج</translation>
    </message>
    <message>
      <source>In brackets the 95 % interval.</source>
      <translation>بين القوسين فترة 95 %.</translation>
    </message>
    <message>
      <source>Limits of the model</source>
      <translation>حدود النموذج</translation>
    </message>
    <message>
      <source>Measured on the part “{part}”, kept apart from training</source>
      <translation>قيس على الجزء «{part}» المعزول عن التدريب</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>النموذج</translation>
    </message>
    <message>
      <source>Model card</source>
      <translation>بطاقة النموذج</translation>
    </message>
    <message>
      <source>Models at hand; the first is the one in use</source>
      <translation>النماذج المتاحة؛ الأول هو المستعمل</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>الموثوقية</translation>
    </message>
    <message>
      <source>What the model was validated for</source>
      <translation>على ماذا جرى التحقق من النموذج</translation>
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>Dismiss this notice</source>
      <translation>إغلاق هذا التنبيه</translation>
    </message>
    <message>
      <source>Notice</source>
      <translation>تنبيه</translation>
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
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>السمات</translation>
    </message>
    <message>
      <source>Features seen</source>
      <translation>السمات المشاهدة</translation>
    </message>
    <message>
      <source>How sure</source>
      <translation>درجة التأكد</translation>
    </message>
    <message>
      <source>How sure you are, in words</source>
      <translation>درجة تأكدك بالكلمات</translation>
    </message>
    <message>
      <source>Lock your observation; it cannot be changed afterwards</source>
      <translation>تثبيت ملاحظتك؛ لا يمكن تغييرها بعد ذلك</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>الجنس</translation>
    </message>
    <message>
      <source>Sex as you see it</source>
      <translation>الجنس كما تراه</translation>
    </message>
    <message>
      <source>That it cannot be told is an answer</source>
      <translation>أنه لا يمكن معرفته جواب أيضاً</translation>
    </message>
    <message>
      <source>What you saw: shape, robusticity, fusion, pathology</source>
      <translation>ما رأيته: الشكل، المتانة، الالتحام، المرض</translation>
    </message>
    <message>
      <source>Your locked observation</source>
      <translation>ملاحظتك المثبتة</translation>
    </message>
    <message>
      <source>guess</source>
      <translation>تخمين</translation>
    </message>
    <message>
      <source>more likely than not</source>
      <translation>الأرجح</translation>
    </message>
    <message>
      <source>nearly certain</source>
      <translation>شبه مؤكد</translation>
    </message>
    <message>
      <source>probable</source>
      <translation>محتمل</translation>
    </message>
  </context>
  <context>
    <name>PdfPreview</name>
    <message>
      <source>Preview of the report</source>
      <translation>معاينة التقرير</translation>
    </message>
  </context>
  <context>
    <name>QuickLookDialog</name>
    <message>
      <source>&amp;Take it into a case …</source>
      <translation>أ&amp;دخلها في قضية …</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
    <message>
      <source>Close; nothing is kept</source>
      <translation>إغلاق؛ لا يُحفظ شيء</translation>
    </message>
    <message>
      <source>Looking at {name} …</source>
      <translation>النظر في {name} …</translation>
    </message>
    <message>
      <source>Quick look: not evidence, nothing is kept</source>
      <translation>نظرة سريعة: ليست دليلاً، ولا يُحفظ شيء</translation>
    </message>
    <message>
      <source>Quick look: {name}</source>
      <translation>نظرة سريعة: {name}</translation>
    </message>
    <message>
      <source>Receive the file into a case; custody says that its estimate was seen before</source>
      <translation>استلام الملف في قضية؛ ويذكر سجل الحيازة أن تقديره شوهد من قبل</translation>
    </message>
    <message>
      <source>quick look</source>
      <translation>نظرة سريعة</translation>
    </message>
  </context>
  <context>
    <name>RadiographColumn</name>
    <message>
      <source>; in pixels, as no spacing is calibrated at the hand</source>
      <translation>؛ بالنقاط، إذ لا تباعد معايراً عند اليد</translation>
    </message>
    <message>
      <source>Colour bar: no response on the left, the map's peak on the right</source>
      <translation>شريط الألوان: لا استجابة يساراً، وذروة الخريطة يميناً</translation>
    </message>
    <message>
      <source>Colour map</source>
      <translation>تدرج الألوان</translation>
    </message>
    <message>
      <source>Colour map: each grows steadily lighter, so that it is read in gray print too</source>
      <translation>تدرج الألوان: كل تدرج يزداد سطوعاً باطراد، فيُقرأ في الطباعة الرمادية أيضاً</translation>
    </message>
    <message>
      <source>Cut-off: below this share of the peak nothing is laid over</source>
      <translation>حد القطع: دون هذه النسبة من الذروة لا يوضع شيء</translation>
    </message>
    <message>
      <source>How much of the second radiograph is seen</source>
      <translation>مقدار ما يُرى من الصورة الثانية</translation>
    </message>
    <message>
      <source>Leave the comparison</source>
      <translation>إنهاء المقارنة</translation>
    </message>
    <message>
      <source>Method, layer and grid of the heatmap</source>
      <translation>طريقة خريطة الحرارة وطبقتها وشبكتها</translation>
    </message>
    <message>
      <source>Opacity of the heatmap</source>
      <translation>عتامة خريطة الحرارة</translation>
    </message>
    <message>
      <source>SHOWN MIRRORED</source>
      <translation>معروضة معكوسة</translation>
    </message>
    <message>
      <source>What the radiograph is</source>
      <translation>ما هي الصورة</translation>
    </message>
    <message>
      <source>Whether the two are shown at the same scale</source>
      <translation>هل تُعرض الاثنتان بالمقياس نفسه</translation>
    </message>
    <message>
      <source>Window, zoom and the chosen mark</source>
      <translation>النافذة والتكبير والعلامة المختارة</translation>
    </message>
    <message>
      <source>angle: set arm, apex, arm</source>
      <translation>زاوية: ضع الضلع ثم الرأس ثم الضلع</translation>
    </message>
    <message>
      <source>arrow: set tail, then tip</source>
      <translation>سهم: ضع الذيل ثم الرأس</translation>
    </message>
    <message>
      <source>covered until your observation is locked: {n} of another examiner's marks</source>
      <translation>مغطى حتى تثبّت ملاحظتك: {n} من علامات فاحص آخر</translation>
    </message>
    <message>
      <source>cut-off</source>
      <translation>حد القطع</translation>
    </message>
    <message>
      <source>mirrored</source>
      <translation>معكوسة</translation>
    </message>
    <message>
      <source>opacity</source>
      <translation>العتامة</translation>
    </message>
    <message>
      <source>ruler: set two points</source>
      <translation>مسطرة: ضع نقطتين</translation>
    </message>
    <message>
      <source>text: set its place, then write</source>
      <translation>نص: حدد موضعه ثم اكتب</translation>
    </message>
    <message>
      <source>window {low} to {high}</source>
      <translation>النافذة من {low} إلى {high}</translation>
    </message>
    <message>
      <source>zoom {share} %</source>
      <translation>تكبير {share} %</translation>
    </message>
  </context>
  <context>
    <name>RadiographView</name>
    <message>
      <source>Radiograph</source>
      <translation>الصورة</translation>
    </message>
  </context>
  <context>
    <name>ReceiveDialog</name>
    <message>
      <source>&amp;Receive into custody</source>
      <translation>استلام في الحيازة</translation>
    </message>
    <message>
      <source>A new case needs its incident.</source>
      <translation>القضية الجديدة تحتاج حادثتها.</translation>
    </message>
    <message>
      <source>AM: a missing person's file</source>
      <translation>AM: ملف شخص مفقود</translation>
    </message>
    <message>
      <source>Agency</source>
      <translation>الجهة</translation>
    </message>
    <message>
      <source>Agency under which a new incident is kept</source>
      <translation>الجهة التي تُحفظ تحتها الحادثة الجديدة</translation>
    </message>
    <message>
      <source>All of them are then of this one case: of one body.</source>
      <translation>كلها عندئذ من هذه القضية وحدها: من جثة واحدة.</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>القضية</translation>
    </message>
    <message>
      <source>Case number; a new number opens a new case</source>
      <translation>رقم القضية؛ الرقم الجديد يفتح قضية جديدة</translation>
    </message>
    <message>
      <source>Condition</source>
      <translation>الحالة البدنية</translation>
    </message>
    <message>
      <source>Condition of the part, in words; the report states it</source>
      <translation>حالة الجزء بالكلمات؛ يذكرها التقرير</translation>
    </message>
    <message>
      <source>Each file is copied by its hash and kept unaltered; folders, zips and DICOMDIRs are opened.</source>
      <translation>كل ملف يُنسخ حسب بصمته ويُحفظ دون تغيير؛ وتُفتح المجلدات وملفات zip وDICOMDIR.</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>الملفات</translation>
    </message>
    <message>
      <source>For example {file} goes into case {case}, which is opened if it is new.</source>
      <translation>مثلًا يدخل {file} في القضية {case}، وتُفتح إن كانت جديدة.</translation>
    </message>
    <message>
      <source>How the files are shared out to cases</source>
      <translation>كيف توزَّع الملفات على القضايا</translation>
    </message>
    <message>
      <source>Incident</source>
      <translation>الحادثة</translation>
    </message>
    <message>
      <source>Incident of a new case</source>
      <translation>حادثة قضية جديدة</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>النوع</translation>
    </message>
    <message>
      <source>Kind of a new case</source>
      <translation>نوع قضية جديدة</translation>
    </message>
    <message>
      <source>Label of the part</source>
      <translation>تسمية الجزء</translation>
    </message>
    <message>
      <source>PM: a body or a part of one</source>
      <translation>PM: جثة أو جزء منها</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>الجزء</translation>
    </message>
    <message>
      <source>Receive radiographs</source>
      <translation>استلام صور</translation>
    </message>
    <message>
      <source>Requested by</source>
      <translation>بطلب من</translation>
    </message>
    <message>
      <source>Say into which case; a new number opens a new case.</source>
      <translation>قل في أي قضية؛ الرقم الجديد يفتح قضية جديدة.</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>الجانب</translation>
    </message>
    <message>
      <source>Side of the hand</source>
      <translation>جانب اليد</translation>
    </message>
    <message>
      <source>View</source>
      <translation>الإسقاط</translation>
    </message>
    <message>
      <source>View; empty is as the files say</source>
      <translation>الإسقاط؛ الفارغ يعني كما تقول الملفات</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>ما الناقص</translation>
    </message>
    <message>
      <source>Who asked for the examination</source>
      <translation>من طلب الفحص</translation>
    </message>
    <message>
      <source>all into one case</source>
      <translation>كلها في قضية واحدة</translation>
    </message>
    <message>
      <source>as the files say</source>
      <translation>كما تقول الملفات</translation>
    </message>
    <message>
      <source>by the side, for example: left hand</source>
      <translation>حسب الجانب، مثلاً: اليد اليسرى</translation>
    </message>
    <message>
      <source>each file into a case of its own, named like the file</source>
      <translation>كل ملف في قضية خاصة به تحمل اسم الملف</translation>
    </message>
    <message>
      <source>each folder into a case of its own, named like the folder</source>
      <translation>كل مجلد في قضية خاصة به تحمل اسم المجلد</translation>
    </message>
    <message>
      <source>none set: printed as “not stated”</source>
      <translation>لم تُضبط جهة: يُطبع «not stated»</translation>
    </message>
    <message>
      <source>none: printed as “not stated”</source>
      <translation>لا شيء: يُطبع «not stated»</translation>
    </message>
    <message>
      <source>what every number begins with, or nothing</source>
      <translation>ما تبدأ به كل الأرقام، أو لا شيء</translation>
    </message>
    <message>
      <source>{agency}, as in the settings</source>
      <translation>{agency}، كما في الإعدادات</translation>
    </message>
    <message>
      <source>{first} and {n} more</source>
      <translation>‏{first} و{n} أخرى</translation>
    </message>
  </context>
  <context>
    <name>Receiving</name>
    <message>
      <source>A delivery is being received in another window. Files done: {done}.</source>
      <translation>يُستلم توريد في نافذة أخرى. الملفات المنجزة: {done}.</translation>
    </message>
    <message>
      <source>An examination of several radiographs was cut short. Done: {done} of {n}.</source>
      <translation>انقطع فحص عدة صور. أُنجز: {done} من {n}.</translation>
    </message>
    <message>
      <source>Choose a radiograph in the list first.</source>
      <translation>اختر أولًا صورة من القائمة.</translation>
    </message>
    <message>
      <source>Create or open a casebook: {name} is received there next.</source>
      <translation>أنشئ سجل قضايا أو افتح واحداً: يُستلم {name} فيه بعد ذلك.</translation>
    </message>
    <message>
      <source>Examine again</source>
      <translation>فحص مجدد</translation>
    </message>
    <message>
      <source>Files are being received into case {case} in another window. Files done: {done}.</source>
      <translation>تُستلم ملفات في القضية {case} في نافذة أخرى. الملفات المنجزة: {done}.</translation>
    </message>
    <message>
      <source>Next: your own observation of each. “Examine all that wait” ({key}) lets the network read them meanwhile.</source>
      <translation>التالي: ملاحظتك لكل صورة. «فحص كل ما ينتظر» ({key}) يتيح للشبكة قراءتها في هذه الأثناء.</translation>
    </message>
    <message>
      <source>No radiograph of this casebook waits to be examined.</source>
      <translation>لا صورة في هذا السجل تنتظر الفحص.</translation>
    </message>
    <message>
      <source>Quick look at a file</source>
      <translation>نظرة سريعة على ملف</translation>
    </message>
    <message>
      <source>Radiographs are being examined in another window. Done: {done} of {n}.</source>
      <translation>تُفحص صور في نافذة أخرى. أُنجز: {done} من {n}.</translation>
    </message>
    <message>
      <source>Receive a folder</source>
      <translation>استلام مجلد</translation>
    </message>
    <message>
      <source>Receive files</source>
      <translation>استلام ملفات</translation>
    </message>
    <message>
      <source>Receiving a delivery was cut short. Files done: {done}.</source>
      <translation>انقطع استلام توريد. الملفات المنجزة: {done}.</translation>
    </message>
    <message>
      <source>Receiving files into case {case} was cut short. Files done: {done}.</source>
      <translation>انقطع استلام الملفات في القضية {case}. الملفات المنجزة: {done}.</translation>
    </message>
    <message>
      <source>Reports on {n} of the {all} selected cases: nothing is concluded yet on the others.</source>
      <translation>تقارير عن {n} من {all} من القضايا المختارة: لا استنتاج بعد في البقية.</translation>
    </message>
    <message>
      <source>Why again? Every run is kept; custody and report print the reason.</source>
      <translation>لماذا مجدداً؟ كل تشغيل محفوظ؛ والحيازة والتقرير يذكران السبب.</translation>
    </message>
    <message>
      <source>correcting</source>
      <translation>التصحيح</translation>
    </message>
    <message>
      <source>verifying the case</source>
      <translation>التحقق من القضية</translation>
    </message>
    <message>
      <source>verifying the casebook</source>
      <translation>التحقق من سجل القضايا</translation>
    </message>
    <message>
      <source>verifying the report</source>
      <translation>التحقق من التقرير</translation>
    </message>
  </context>
  <context>
    <name>ReliabilityPlot</name>
    <message>
      <source>Reliability of the probability of male</source>
      <translation>موثوقية احتمال الذكر</translation>
    </message>
    <message>
      <source>probability of male that the model gave</source>
      <translation>احتمال الذكر الذي أعطاه النموذج</translation>
    </message>
    <message>
      <source>probability {probability}: {share} recorded as male ({low} to {high}), n = {n}</source>
      <translation>الاحتمال {probability}: {share} مسجلة ذكوراً ({low} إلى {high})، n = {n}</translation>
    </message>
    <message>
      <source>share recorded as male</source>
      <translation>نسبة المسجلة ذكوراً</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>&amp;Sign and issue</source>
      <translation>توقيع وإصدار</translation>
    </message>
    <message>
      <source>Composing the draft …</source>
      <translation>إعداد المسودة …</translation>
    </message>
    <message>
      <source>Report on case {number}</source>
      <translation>تقرير عن القضية {number}</translation>
    </message>
    <message>
      <source>Sign and issue this report; every version is kept</source>
      <translation>توقيع هذا التقرير وإصداره؛ كل إصدار محفوظ</translation>
    </message>
    <message>
      <source>There is no draft to show.</source>
      <translation>لا مسودة لعرضها.</translation>
    </message>
    <message>
      <source>Version {n} was issued.</source>
      <translation>صدر الإصدار {n}.</translation>
    </message>
    <message>
      <source>You work as {works}; the report that is issued will name {signs}, whose key this is, as its examiner.</source>
      <translation>أنت تعمل باسم {works}؛ وسيذكر التقرير الصادر {signs}، صاحب هذا المفتاح، فاحصًا له.</translation>
    </message>
    <message>
      <source>composing the draft</source>
      <translation>إعداد المسودة</translation>
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
      <source>&amp;Preview …</source>
      <translation>معاينة …</translation>
    </message>
    <message>
      <source>&amp;Verify</source>
      <translation>تحقق</translation>
    </message>
    <message>
      <source>4  The report</source>
      <translation>٤  التقرير</translation>
    </message>
    <message>
      <source>A review that no issued version holds</source>
      <translation>مراجعة لا يتضمنها أي إصدار</translation>
    </message>
    <message>
      <source>Case {number}: nothing is concluded yet.</source>
      <translation>القضية {number}: لا استنتاج بعد.</translation>
    </message>
    <message>
      <source>Case {number}: radiographs concluded: {concluded} of {whole}.</source>
      <translation>القضية {number}: الصور المستنتج فيها: {concluded} من {whole}.</translation>
    </message>
    <message>
      <source>Check signatures, hashes and custody of the issued report</source>
      <translation>التحقق من توقيعات التقرير الصادر وبصماته وحيازته</translation>
    </message>
    <message>
      <source>Co&amp;untersign …</source>
      <translation>توقيع مصادق …</translation>
    </message>
    <message>
      <source>Conclusions that no issued version holds</source>
      <translation>استنتاجات لا يحويها أي إصدار صادر</translation>
    </message>
    <message>
      <source>Issued before the review by {names}, which it does not hold: a new version prints it. Who concluded signs that one (File, Who works), then it is countersigned.</source>
      <translation>صدر قبل مراجعة {names} فلا يتضمنها: يطبعها إصدار جديد. يوقّعه من استنتج (ملف، من يعمل)، ثم يُصادَق عليه بالتوقيع.</translation>
    </message>
    <message>
      <source>Issued reports</source>
      <translation>التقارير الصادرة</translation>
    </message>
    <message>
      <source>Its reports are covered until your own observations are locked.</source>
      <translation>تقاريرها مغطاة حتى تثبّت ملاحظاتك.</translation>
    </message>
    <message>
      <source>Open the issued PDF with the system's viewer</source>
      <translation>فتح ملف PDF الصادر بعارض النظام</translation>
    </message>
    <message>
      <source>Preview the report, then sign and issue it</source>
      <translation>معاينة التقرير ثم توقيعه وإصداره</translation>
    </message>
    <message>
      <source>Sign the issued report as its reviewer, with your own key</source>
      <translation>توقيع التقرير الصادر بصفتك مراجعه، بمفتاحك</translation>
    </message>
    <message>
      <source>The others are listed as received, not concluded.</source>
      <translation>تُذكر البقية مستلمةً دون استنتاج.</translation>
    </message>
    <message>
      <source>Version {n} does not hold what was concluded since it was issued (radiographs: {later}). A new version does.</source>
      <translation>لا يحوي الإصدار {n} ما استُنتج بعد صدوره (الصور: {later}). ويحويه إصدار جديد.</translation>
    </message>
    <message>
      <source>What the report would hold</source>
      <translation>ماذا سيحوي التقرير</translation>
    </message>
    <message>
      <source>Why you cannot countersign</source>
      <translation>لماذا لا يمكنك المصادقة بالتوقيع</translation>
    </message>
    <message>
      <source>Why you cannot sign the report</source>
      <translation>لماذا لا يمكنك توقيع التقرير</translation>
    </message>
    <message>
      <source>version {n}, {signers}, {when}</source>
      <translation>الإصدار {n}، {signers}، {when}</translation>
    </message>
  </context>
  <context>
    <name>RestoreDialog</name>
    <message>
      <source>&amp;Restore</source>
      <translation>&amp;استعادة</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>النسخة</translation>
    </message>
    <message>
      <source>Checks failed, as when the backup was made: {n}. “Verify everything” names them.</source>
      <translation>الفحوص الفاشلة كما كانت عند النسخ: {n}. و«التحقق من كل شيء» يسميها.</translation>
    </message>
    <message>
      <source>Choose the backup</source>
      <translation>اختيار النسخة</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>Into</source>
      <translation>إلى</translation>
    </message>
    <message>
      <source>Name the backup.</source>
      <translation>سمِّ النسخة الاحتياطية.</translation>
    </message>
    <message>
      <source>New folder of the casebook</source>
      <translation>المجلد الجديد للدفتر</translation>
    </message>
    <message>
      <source>Nothing is restored over other files. The casebook from the backup is checked and then opened; the backup stays.</source>
      <translation>لا يُستعاد شيء فوق ملفات أخرى. يُفحص السجل المستعاد ثم يُفتح؛ وتبقى النسخة.</translation>
    </message>
    <message>
      <source>Restore a casebook</source>
      <translation>استعادة سجل قضايا</translation>
    </message>
    <message>
      <source>Restored and checked: {folder}.</source>
      <translation>استُعيد وفُحص: {folder}.</translation>
    </message>
    <message>
      <source>Say into which new folder.</source>
      <translation>اذكر المجلد الجديد.</translation>
    </message>
    <message>
      <source>The backup</source>
      <translation>النسخة الاحتياطية</translation>
    </message>
    <message>
      <source>restoring the casebook</source>
      <translation>استعادة السجل</translation>
    </message>
    <message>
      <source>{folder} is not empty; choose a new folder.</source>
      <translation>{folder} ليس فارغًا؛ اختر مجلدًا جديدًا.</translation>
    </message>
  </context>
  <context>
    <name>ReviewDialog</name>
    <message>
      <source>&amp;Record the review</source>
      <translation>تسجيل المراجعة</translation>
    </message>
    <message>
      <source>A dissent needs its reasons.</source>
      <translation>المخالفة تحتاج أسبابها.</translation>
    </message>
    <message>
      <source>A required question is answered with no: dissent and say why, or have it put right first.</source>
      <translation>أُجيب سؤال لازم بلا: خالِف واذكر السبب، أو اطلب تصحيحه أولاً.</translation>
    </message>
    <message>
      <source>Agreement or dissent</source>
      <translation>موافقة أو مخالفة</translation>
    </message>
    <message>
      <source>Check list</source>
      <translation>قائمة التدقيق</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>I agree with the conclusions</source>
      <translation>أوافق على الاستنتاجات</translation>
    </message>
    <message>
      <source>I dissent</source>
      <translation>أخالف</translation>
    </message>
    <message>
      <source>Questions still open: {n}.</source>
      <translation>الأسئلة المتبقية: {n}.</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>الأسباب</translation>
    </message>
    <message>
      <source>Reasons, in your own words; a dissent needs them</source>
      <translation>الأسباب بكلماتك؛ المخالفة تحتاجها</translation>
    </message>
    <message>
      <source>Review of case {number}</source>
      <translation>مراجعة القضية {number}</translation>
    </message>
    <message>
      <source>Say whether you agree or dissent.</source>
      <translation>اذكر هل توافق أم تخالف.</translation>
    </message>
    <message>
      <source>The questions stand in English, as custody and report keep them; under each is what it means.</source>
      <translation>الأسئلة بالإنجليزية كما تحفظها العهدة والتقرير؛ وتحت كل سؤال معناه.</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>الحكم</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>ما الناقص</translation>
    </message>
    <message>
      <source>Where you differ, and why</source>
      <translation>أين تخالف، ولماذا</translation>
    </message>
    <message>
      <source>answer …</source>
      <translation>أجب …</translation>
    </message>
    <message>
      <source>no</source>
      <translation>لا</translation>
    </message>
    <message>
      <source>not applicable</source>
      <translation>لا ينطبق</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>نعم</translation>
    </message>
  </context>
  <context>
    <name>ReviewStep</name>
    <message>
      <source>Agree or dissent, with the check list; both stand in custody and in the report</source>
      <translation>الموافقة أو المخالفة مع قائمة التدقيق؛ كلتاهما تظهر في الحيازة والتقرير</translation>
    </message>
    <message>
      <source>Revie&amp;w …</source>
      <translation>مراجعة …</translation>
    </message>
    <message>
      <source>Review by a second examiner</source>
      <translation>مراجعة من فاحص ثانٍ</translation>
    </message>
    <message>
      <source>State of the review</source>
      <translation>حالة المراجعة</translation>
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
      <translation>الفحص والترويسة والحيازة والنموذج</translation>
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
    <name>SchemeDialog</name>
    <message>
      <source># is a digit, @ a capital letter, + one or more of the one before it. One mask to a line.</source>
      <translation># رقم واحد، @ حرف كبير، + واحد أو أكثر مما قبله. نمط في كل سطر.</translation>
    </message>
    <message>
      <source>&amp;Set the scheme</source>
      <translation>&amp;تثبيت النظام</translation>
    </message>
    <message>
      <source>A number that does not follow the scheme is refused when a case is opened or its number is corrected.</source>
      <translation>الرقم الذي لا يتبع النظام يُرفض عند فتح قضية أو تصحيح رقمها.</translation>
    </message>
    <message>
      <source>A number to try the scheme on</source>
      <translation>رقم لتجربة النظام عليه</translation>
    </message>
    <message>
      <source>Example</source>
      <translation>مثال</translation>
    </message>
    <message>
      <source>Given before, not following it, and left as they are: {numbers}.</source>
      <translation>أُعطيت من قبل ولا تتبعه وتبقى كما هي: {numbers}.</translation>
    </message>
    <message>
      <source>Incident</source>
      <translation>الحادثة</translation>
    </message>
    <message>
      <source>Incident; it may be yet to come</source>
      <translation>الحادثة؛ يجوز أن تكون لم تقع بعد</translation>
    </message>
    <message>
      <source>Masks of case numbers, one to a line</source>
      <translation>أنماط أرقام القضايا، نمط في كل سطر</translation>
    </message>
    <message>
      <source>Name the incident.</source>
      <translation>سمِّ الحادثة.</translation>
    </message>
    <message>
      <source>Not following it, and left as they are: {numbers}.</source>
      <translation>لا تتبعه وتبقى كما هي: {numbers}.</translation>
    </message>
    <message>
      <source>Nothing is changed yet.</source>
      <translation>لم يتغير شيء بعد.</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>الآن</translation>
    </message>
    <message>
      <source>Number scheme</source>
      <translation>نظام الأرقام</translation>
    </message>
    <message>
      <source>Scheme</source>
      <translation>النظام</translation>
    </message>
    <message>
      <source>The number scheme of {incident} is set.</source>
      <translation>ثُبِّت نظام أرقام {incident}.</translation>
    </message>
    <message>
      <source>The scheme that holds now</source>
      <translation>النظام الساري الآن</translation>
    </message>
    <message>
      <source>What the scheme does</source>
      <translation>ما يفعله النظام</translation>
    </message>
    <message>
      <source>Whether the example follows the scheme</source>
      <translation>هل يتبع المثال النظام</translation>
    </message>
    <message>
      <source>Without a mask any number is taken.</source>
      <translation>بلا نمط يُقبل أي رقم.</translation>
    </message>
    <message>
      <source>none: any number is taken</source>
      <translation>لا يوجد: يُقبل أي رقم</translation>
    </message>
    <message>
      <source>setting the number scheme</source>
      <translation>تثبيت نظام الأرقام</translation>
    </message>
    <message>
      <source>type a number to try it</source>
      <translation>اكتب رقمًا لتجربته</translation>
    </message>
    <message>
      <source>{incident} has no number scheme any more.</source>
      <translation>لم يعد لـ {incident} نظام أرقام.</translation>
    </message>
    <message>
      <source>{number} does not follow it, and is refused.</source>
      <translation>{number} لا يتبعه ويُرفض.</translation>
    </message>
    <message>
      <source>{number} follows the scheme.</source>
      <translation>{number} يتبع النظام.</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>&amp;Estimates</source>
      <translation>التقديرات</translation>
    </message>
    <message>
      <source>&amp;Folders</source>
      <translation>المجلدات</translation>
    </message>
    <message>
      <source>&amp;Reports and people</source>
      <translation>التقارير والأشخاص</translation>
    </message>
    <message>
      <source>&amp;Shortcuts</source>
      <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
      <source>&amp;Window</source>
      <translation>النافذة</translation>
    </message>
    <message>
      <source>Added models</source>
      <translation>النماذج المضافة</translation>
    </message>
    <message>
      <source>Agency</source>
      <translation>الجهة</translation>
    </message>
    <message>
      <source>Casebook</source>
      <translation>سجل القضايا</translation>
    </message>
    <message>
      <source>Choose</source>
      <translation>اختيار</translation>
    </message>
    <message>
      <source>Choose another place</source>
      <translation>اختيار مكان آخر</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>Dark for reading radiographs, light for a bright tent.</source>
      <translation>الداكن لقراءة الصور، والفاتح لخيمة مضيئة.</translation>
    </message>
    <message>
      <source>Decision rule</source>
      <translation>قاعدة القرار</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>الجهاز</translation>
    </message>
    <message>
      <source>How probable male or female must be, at the prior, before it is said; below it the outcome is indeterminate.</source>
      <translation>كم يجب أن يكون الذكر أو الأنثى محتملاً عند الاحتمال القبلي قبل أن يقال؛ ودونه تكون النتيجة غير محددة.</translation>
    </message>
    <message>
      <source>Identity</source>
      <translation>الهوية</translation>
    </message>
    <message>
      <source>Kinds of settings</source>
      <translation>أنواع الإعدادات</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>اللغة</translation>
    </message>
    <message>
      <source>Language of the window from the next start; what is not translated stays English. Reports stay English.</source>
      <translation>لغة النافذة من التشغيل القادم؛ ما لم يُترجم يبقى بالإنجليزية. والتقارير تبقى بالإنجليزية.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>النموذج</translation>
    </message>
    <message>
      <source>Nothing can be saved until this is mended.</source>
      <translation>لا يمكن الحفظ قبل إصلاح هذا.</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>الورق</translation>
    </message>
    <message>
      <source>Paper size of reports.</source>
      <translation>حجم ورق التقارير.</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>المكان</translation>
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
      <translation>حجم النص بالنسبة المئوية مما يعطيه النظام؛ وتُضبط الأعمدة له عند التشغيل القادم.</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>حجم النص</translation>
    </message>
    <message>
      <source>The agency under which new incidents are kept, and the name suggested for a new site authority.</source>
      <translation>الجهة التي تُحفظ تحتها الحوادث الجديدة، والاسم المقترح لسلطة موقع جديدة.</translation>
    </message>
    <message>
      <source>The casebook that opens when the window starts. Changing it moves nothing.</source>
      <translation>سجل القضايا الذي يُفتح عند البدء. تغييره لا ينقل شيئاً.</translation>
    </message>
    <message>
      <source>The network that examines from now on. What was examined keeps its own.</source>
      <translation>الشبكة التي تفحص من الآن. ما فُحص يبقى على شبكته.</translation>
    </message>
    <message>
      <source>The probability of male before the radiograph was seen. It moves the posterior, never the likelihood ratio.</source>
      <translation>احتمال الذكر قبل رؤية الصورة. يحرّك الاحتمال البعدي، ولا يحرّك نسبة الأرجحية أبداً.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>المظهر</translation>
    </message>
    <message>
      <source>This changes estimates made from now on ({names}); the custody log records it. What was examined keeps its own.</source>
      <translation>هذا يغيّر التقديرات من الآن ({names})؛ وسجل الحيازة يسجله. ما فُحص يبقى كما هو.</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>خيوط المعالجة</translation>
    </message>
    <message>
      <source>Threads of the CPU. Another number may change the last digits, so it is recorded with each examination.</source>
      <translation>خيوط المعالج. عدد آخر قد يغيّر الأرقام الأخيرة، لذلك يُسجل مع كل فحص.</translation>
    </message>
    <message>
      <source>What saving changes</source>
      <translation>ماذا يغيّر الحفظ</translation>
    </message>
    <message>
      <source>What you changed changes no estimate.</source>
      <translation>ما غيّرته لا يغيّر أي تقدير.</translation>
    </message>
    <message>
      <source>Where models lie that you added, beside those that ship.</source>
      <translation>مكان النماذج التي أضفتها، إلى جانب المرفقة.</translation>
    </message>
    <message>
      <source>Where reports are issued: it stands in the report beside the time.</source>
      <translation>مكان إصدار التقارير: يظهر في التقرير بجانب الوقت.</translation>
    </message>
    <message>
      <source>Where the network computes. Reports rest on the CPU; a GPU is taken only where its driver answers.</source>
      <translation>أين تحسب الشبكة. التقارير تقوم على المعالج؛ وتُستعمل بطاقة الرسوم فقط حيث يستجيب مشغّلها.</translation>
    </message>
    <message>
      <source>Who works when a casebook is opened, without being asked; claimed until a key is unlocked.</source>
      <translation>من يعمل عند فتح سجل دون سؤال؛ ادعاءً حتى يُفتح مفتاح.</translation>
    </message>
    <message>
      <source>Your full name</source>
      <translation>اسمك الكامل</translation>
    </message>
    <message>
      <source>Your signing identity, a .p12 file, offered first when you sign.</source>
      <translation>هوية توقيعك، ملف ‎.p12، تُعرض أولاً عند التوقيع.</translation>
    </message>
    <message>
      <source>auto: the reference path, the CPU</source>
      <translation>تلقائي: المسار المرجعي، المعالج</translation>
    </message>
    <message>
      <source>dark</source>
      <translation>داكن</translation>
    </message>
    <message>
      <source>light</source>
      <translation>فاتح</translation>
    </message>
    <message>
      <source>the one that ships as default</source>
      <translation>النموذج المرفق الافتراضي</translation>
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>Beside them: the wheel zooms at the cursor, the left button moves, the right button sets the window.</source>
      <translation>وإلى جانبها: العجلة تكبّر عند المؤشر، والزر الأيسر يحرّك، والأيمن يضبط النافذة.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>المفتاح</translation>
    </message>
    <message>
      <source>Keys and what they do</source>
      <translation>المفاتيح وما تفعله</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>بحث</translation>
    </message>
    <message>
      <source>Search the shortcuts</source>
      <translation>البحث في الاختصارات</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <translation>الاختصارات</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>ما يفعله</translation>
    </message>
  </context>
  <context>
    <name>ShortcutTable</name>
    <message>
      <source>&amp;As it ships</source>
      <translation>كما جاء</translation>
    </message>
    <message>
      <source>&amp;No key</source>
      <translation>بلا مفتاح</translation>
    </message>
    <message>
      <source>&amp;Use this key</source>
      <translation>استعمال هذا المفتاح</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>الأمر</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>الأوامر ومفاتيحها</translation>
    </message>
    <message>
      <source>As it ships</source>
      <translation>كما جاء</translation>
    </message>
    <message>
      <source>Choose an action, press a key in the field, and use it. A key that another action has is refused.</source>
      <translation>اختر أمراً واضغط مفتاحاً في الحقل واستعمله. يُرفض مفتاح يملكه أمر آخر.</translation>
    </message>
    <message>
      <source>Give the chosen action back the key that it ships with</source>
      <translation>إعادة المفتاح الأصلي إلى الأمر المختار</translation>
    </message>
    <message>
      <source>Give the key to the chosen action</source>
      <translation>إعطاء المفتاح للأمر المختار</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>المفتاح</translation>
    </message>
    <message>
      <source>New key for the chosen action</source>
      <translation>مفتاح جديد للأمر المختار</translation>
    </message>
    <message>
      <source>Press the key that you want</source>
      <translation>اضغط المفتاح الذي تريده</translation>
    </message>
    <message>
      <source>Take the key from the chosen action</source>
      <translation>أخذ المفتاح من الأمر المختار</translation>
    </message>
    <message>
      <source>{key} belongs to “{action}”. Take it away there first, or choose another.</source>
      <translation>{key} يخص «{action}». خذه منه أولاً أو اختر غيره.</translation>
    </message>
  </context>
  <context>
    <name>SideColumns</name>
    <message>
      <source>Show the &amp;worklist</source>
      <translation>إظهار قائمة العمل</translation>
    </message>
    <message>
      <source>Show the e&amp;xamination column</source>
      <translation>إظهار عمود الفحص</translation>
    </message>
    <message>
      <source>The examination, or its place for the radiograph</source>
      <translation>الفحص، أو مكانه للصورة</translation>
    </message>
    <message>
      <source>The worklist, or its place for the radiograph</source>
      <translation>قائمة العمل، أو مكانها للصورة</translation>
    </message>
  </context>
  <context>
    <name>SignInDialog</name>
    <message>
      <source>Full name</source>
      <translation>الاسم الكامل</translation>
    </message>
    <message>
      <source>How it is shown who works</source>
      <translation>كيف يُثبت من يعمل</translation>
    </message>
    <message>
      <source>PIN of the card</source>
      <translation>رقم PIN للبطاقة</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>عبارة المرور</translation>
    </message>
    <message>
      <source>Qualification</source>
      <translation>المؤهل</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>الدور</translation>
    </message>
    <message>
      <source>Say who works: the full name is missing.</source>
      <translation>قل من يعمل: الاسم الكامل ناقص.</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>الإثبات</translation>
    </message>
    <message>
      <source>The PIN of the card is needed.</source>
      <translation>رقم PIN للبطاقة مطلوب.</translation>
    </message>
    <message>
      <source>The card cannot be used as it is.</source>
      <translation>لا يمكن استعمال البطاقة على حالها.</translation>
    </message>
    <message>
      <source>The passphrase of the identity is needed.</source>
      <translation>عبارة مرور الهوية مطلوبة.</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>ما الناقص</translation>
    </message>
    <message>
      <source>What you do is recorded in the custody log under this name, as claimed, or by your key where you unlock it. The signature on a report is made with your key either way.</source>
      <translation>ما تفعله يُسجل في سجل الحيازة بهذا الاسم، ادعاءً، أو بمفتاحك حيث تفتحه. وتوقيع التقرير يتم بمفتاحك في الحالتين.</translation>
    </message>
    <message>
      <source>Who works?</source>
      <translation>من يعمل؟</translation>
    </message>
    <message>
      <source>by name, as claimed</source>
      <translation>بالاسم، ادعاءً</translation>
    </message>
    <message>
      <source>by the card of {name}</source>
      <translation>ببطاقة {name}</translation>
    </message>
    <message>
      <source>by the key of {name}</source>
      <translation>بمفتاح {name}</translation>
    </message>
    <message>
      <source>unlocking the key</source>
      <translation>فتح المفتاح</translation>
    </message>
  </context>
  <context>
    <name>SigningDialog</name>
    <message>
      <source>&amp;Confirm the clock …</source>
      <translation>&amp;تأكيد الساعة …</translation>
    </message>
    <message>
      <source>&amp;New identity …</source>
      <translation>هوية جديدة …</translation>
    </message>
    <message>
      <source>&amp;Time-stamp by the site's service</source>
      <translation>ختم الوقت من خدمة الموقع</translation>
    </message>
    <message>
      <source>A card cannot hold the site's time-stamp service.</source>
      <translation>لا تستطيع البطاقة حمل خدمة ختم الوقت للموقع.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
    <message>
      <source>Make a signing identity</source>
      <translation>إنشاء هوية توقيع</translation>
    </message>
    <message>
      <source>The clock is right now and was wrong before: say so, and sign again</source>
      <translation>الساعة صحيحة الآن وكانت خاطئة: قل ذلك ثم وقِّع ثانية</translation>
    </message>
    <message>
      <source>The signature carries the time of this computer's clock, as the signer's own statement.</source>
      <translation>يحمل التوقيع وقت ساعة هذا الحاسوب، بوصفه قول الموقّع نفسه.</translation>
    </message>
    <message>
      <source>The site's service signs the time beside your signature. It takes it from this computer's clock: it dates the signature for others, not against those who hold the service.</source>
      <translation>خدمة الموقع توقّع الوقت بجانب توقيعك، وتأخذه من ساعة هذا الحاسوب: فهي تؤرخ التوقيع للآخرين، لا في مواجهة من يملكون الخدمة.</translation>
    </message>
    <message>
      <source>The site's time-stamp service was not handed to this identity: “{command}” does it.</source>
      <translation>لم تُسلَّم خدمة ختم الوقت لهذه الهوية: «{command}» يفعل ذلك.</translation>
    </message>
    <message>
      <source>There is no signing identity in this casebook yet: make a new one, or name another file.</source>
      <translation>لا هوية توقيع في هذا السجل بعد: أنشئ واحدة أو سمِّ ملفاً آخر.</translation>
    </message>
    <message>
      <source>This site has no time-stamp service; a new identity can be made with one.</source>
      <translation>ليس لهذا الموقع خدمة ختم وقت؛ يمكن إنشاء هوية جديدة معها.</translation>
    </message>
    <message>
      <source>What verification says</source>
      <translation>ماذا يقول التحقق</translation>
    </message>
    <message>
      <source>Who dates the signature</source>
      <translation>من يؤرخ التوقيع</translation>
    </message>
    <message>
      <source>signing the report</source>
      <translation>توقيع التقرير</translation>
    </message>
  </context>
  <context>
    <name>SitesDialog</name>
    <message>
      <source>&amp;Add a record …</source>
      <translation>&amp;إضافة سجل …</translation>
    </message>
    <message>
      <source>&amp;Use it from now on</source>
      <translation>&amp;استخدامه من الآن</translation>
    </message>
    <message>
      <source>A site record is your own validation of the model, signed; `forensix evaluate --site` makes it. Under a record in use the range of ages is that of your validation. Estimates made before keep their own.</source>
      <translation>سجل الموقع هو تحققك الخاص من النموذج موقَّعًا؛ ينشئه `forensix evaluate --site`. وتحت سجل مستخدم يكون مدى الأعمار مدى تحققك. وتحتفظ التقديرات السابقة بمداها.</translation>
    </message>
    <message>
      <source>Choose a record that is not in use.</source>
      <translation>اختر سجلًا غير مستخدم.</translation>
    </message>
    <message>
      <source>Estimates are made under the model's own validation from now on.</source>
      <translation>تُجرى التقديرات من الآن تحت تحقق النموذج نفسه.</translation>
    </message>
    <message>
      <source>Estimates are made under the record of {name} from now on.</source>
      <translation>تُجرى التقديرات من الآن تحت سجل {name}.</translation>
    </message>
    <message>
      <source>Folder of a site record</source>
      <translation>مجلد سجل موقع</translation>
    </message>
    <message>
      <source>Site records</source>
      <translation>سجلات الموقع</translation>
    </message>
    <message>
      <source>The folder of a signed site record</source>
      <translation>مجلد سجل موقع موقَّع</translation>
    </message>
    <message>
      <source>The record of {name} is checked and kept; it is not in use yet.</source>
      <translation>فُحص سجل {name} وحُفظ؛ ولم يُستخدم بعد.</translation>
    </message>
    <message>
      <source>checking the site record</source>
      <translation>فحص سجل الموقع</translation>
    </message>
    <message>
      <source>no site record: the model's own validation</source>
      <translation>لا سجل موقع: تحقق النموذج نفسه</translation>
    </message>
    <message>
      <source>using the site record</source>
      <translation>استخدام سجل الموقع</translation>
    </message>
    <message>
      <source>{record} (in use)</source>
      <translation>{record} (مستخدم)</translation>
    </message>
  </context>
  <context>
    <name>Stage</name>
    <message>
      <source>Radiograph that is compared</source>
      <translation>الصورة المقارَنة</translation>
    </message>
    <message>
      <source>as many pixels to a millimetre; the pixels of the two screens may differ in size</source>
      <translation>العدد نفسه من النقاط لكل مليمتر؛ قد يختلف حجم نقاط الشاشتين</translation>
    </message>
    <message>
      <source>not the same scale: the second is shown {ratio} times as large</source>
      <translation>ليس المقياس نفسه: تُعرض الثانية أكبر {ratio} مرة</translation>
    </message>
    <message>
      <source>same scale in millimetres</source>
      <translation>المقياس نفسه بالمليمتر</translation>
    </message>
    <message>
      <source>sizes cannot be compared: spacing not calibrated</source>
      <translation>لا يمكن مقارنة الأحجام: التباعد غير معاير</translation>
    </message>
  </context>
  <context>
    <name>StateScreen</name>
    <message>
      <source>&amp;Copy this</source>
      <translation>نسخ هذا</translation>
    </message>
    <message>
      <source>Copy what is said here</source>
      <translation>نسخ ما يقال هنا</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>التفاصيل</translation>
    </message>
    <message>
      <source>State of the program</source>
      <translation>حالة البرنامج</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>ماذا حدث</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>ما العمل</translation>
    </message>
    <message>
      <source>What was kept</source>
      <translation>ماذا حُفظ</translation>
    </message>
  </context>
  <context>
    <name>States</name>
    <message>
      <source>&amp;First page</source>
      <translation>الصفحة الأولى</translation>
    </message>
    <message>
      <source>&amp;Go on</source>
      <translation>متابعة</translation>
    </message>
    <message>
      <source>&amp;Leave it</source>
      <translation>تركه</translation>
    </message>
    <message>
      <source>&amp;Mend it</source>
      <translation>إصلاحه</translation>
    </message>
    <message>
      <source>&amp;Open another …</source>
      <translation>فتح غيره …</translation>
    </message>
    <message>
      <source>&amp;Settings …</source>
      <translation>الإعدادات …</translation>
    </message>
    <message>
      <source>&amp;Try again</source>
      <translation>المحاولة مجدداً</translation>
    </message>
    <message>
      <source>All that was recorded before; nothing of this act was written.</source>
      <translation>كل ما سُجل من قبل؛ ولم يُكتب شيء من هذا الفعل.</translation>
    </message>
    <message>
      <source>Another program holds the casebook</source>
      <translation>برنامج آخر يمسك سجل القضايا</translation>
    </message>
    <message>
      <source>Back to the work</source>
      <translation>العودة إلى العمل</translation>
    </message>
    <message>
      <source>Choose another device</source>
      <translation>اختيار جهاز آخر</translation>
    </message>
    <message>
      <source>Choose another model</source>
      <translation>اختيار نموذج آخر</translation>
    </message>
    <message>
      <source>Close the other program, or let it finish, and try again.</source>
      <translation>أغلق البرنامج الآخر أو دعه ينتهي ثم حاول مجدداً.</translation>
    </message>
    <message>
      <source>Connect its disk, or put the folder back, and try again; or open the casebook where it is now.</source>
      <translation>صِل قرصه أو أعد المجلد ثم حاول مجدداً؛ أو افتح السجل حيث هو الآن.</translation>
    </message>
    <message>
      <source>Create a &amp;new one …</source>
      <translation>إنشاء جديد …</translation>
    </message>
    <message>
      <source>Create a casebook</source>
      <translation>إنشاء سجل قضايا</translation>
    </message>
    <message>
      <source>Demonstration, quick look</source>
      <translation>عرض توضيحي، نظرة سريعة</translation>
    </message>
    <message>
      <source>Every act that was recorded is kept: each is whole in the casebook, or it is not there. Checking …</source>
      <translation>كل فعل سُجل محفوظ: كلٌّ كامل في السجل أو غير موجود فيه. يجري التحقق …</translation>
    </message>
    <message>
      <source>Everything: it was not touched.</source>
      <translation>كل شيء: لم يُمس.</translation>
    </message>
    <message>
      <source>Go on with the CPU, or set the device to auto. A GPU needs its maker's driver; `forensix doctor` says what is seen.</source>
      <translation>تابع بالمعالج أو اضبط الجهاز على التلقائي. بطاقة الرسوم تحتاج مشغّل صانعها؛ والأمر `forensix doctor` يقول ما يُرى.</translation>
    </message>
    <message>
      <source>Go on with the defaults for now; the file stays as it is</source>
      <translation>المتابعة بالقيم الافتراضية الآن؛ والملف يبقى كما هو</translation>
    </message>
    <message>
      <source>Go on with the defaults; the old file is kept under another name</source>
      <translation>المتابعة بالقيم الافتراضية؛ ويُحفظ الملف القديم باسم آخر</translation>
    </message>
    <message>
      <source>Go on. What you had typed and not locked must be typed again; a file that was being received is given again.</source>
      <translation>تابع. ما كتبته ولم تثبّته يُكتب مجدداً؛ والملف الذي كان يُستلم يُقدَّم مجدداً.</translation>
    </message>
    <message>
      <source>Keep what can be used; the old file is kept too</source>
      <translation>إبقاء ما يصلح؛ ويُحفظ الملف القديم أيضاً</translation>
    </message>
    <message>
      <source>Mend it: what can be used is kept, the lines below are left out. Or set it aside and go on with the defaults. Either way the old file stays beside it under another name. Or put it right yourself and start again: {remedy}</source>
      <translation>أصلحه: يبقى ما يصلح وتُترك السطور أدناه. أو نحّه جانباً وتابع بالقيم الافتراضية. في الحالتين يبقى الملف القديم بجانبه باسم آخر. أو صحّحه بنفسك وابدأ من جديد: {remedy}</translation>
    </message>
    <message>
      <source>No GPU answers</source>
      <translation>لا تستجيب أي بطاقة رسوم</translation>
    </message>
    <message>
      <source>Nothing is lost. The network computes on the CPU, which is the path that reports rest on; it takes longer.</source>
      <translation>لم يضع شيء. الشبكة تحسب على المعالج، وهو المسار الذي تقوم عليه التقارير؛ ويستغرق وقتاً أطول.</translation>
    </message>
    <message>
      <source>Open a casebook in another folder</source>
      <translation>فتح سجل قضايا في مجلد آخر</translation>
    </message>
    <message>
      <source>Open the same casebook again</source>
      <translation>فتح السجل نفسه مجدداً</translation>
    </message>
    <message>
      <source>Radiographs can be received, looked at, observed and reported as before; earlier estimates stay. None is made with this model.</source>
      <translation>يمكن استلام الصور والنظر فيها وملاحظتها وكتابة تقاريرها كما سبق؛ والتقديرات السابقة باقية. ولا يُجرى تقدير بهذا النموذج.</translation>
    </message>
    <message>
      <source>Set it &amp;aside</source>
      <translation>تنحيته جانباً</translation>
    </message>
    <message>
      <source>The casebook cannot be read</source>
      <translation>لا يمكن قراءة سجل القضايا</translation>
    </message>
    <message>
      <source>The casebook is not there</source>
      <translation>سجل القضايا غير موجود</translation>
    </message>
    <message>
      <source>The casebook is of a newer forensix</source>
      <translation>سجل القضايا من إصدار أحدث من forensix</translation>
    </message>
    <message>
      <source>The disk is full</source>
      <translation>القرص ممتلئ</translation>
    </message>
    <message>
      <source>The file as it is, and the originals beside it.</source>
      <translation>الملف كما هو، والأصول بجانبه.</translation>
    </message>
    <message>
      <source>The file, as it is. Until it is mended the window works with the defaults: other estimates may be made than with your own rule, prior or model.</source>
      <translation>الملف كما هو. وحتى يُصلح تعمل النافذة بالقيم الافتراضية: قد تُجرى تقديرات غير ما تعطيه قاعدتك أو احتمالك القبلي أو نموذجك.</translation>
    </message>
    <message>
      <source>The model is refused</source>
      <translation>رُفض النموذج</translation>
    </message>
    <message>
      <source>The settings ask for {device}, and its driver does not answer on this computer.</source>
      <translation>الإعدادات تطلب {device}، ومشغّله لا يستجيب على هذا الحاسوب.</translation>
    </message>
    <message>
      <source>The settings file cannot be used</source>
      <translation>لا يمكن استعمال ملف الإعدادات</translation>
    </message>
    <message>
      <source>The window of {started} ended without being closed: the program or the computer stopped.</source>
      <translation>نافذة {started} انتهت دون إغلاق: توقف البرنامج أو الحاسوب.</translation>
    </message>
    <message>
      <source>There is no casebook in {folder} any more.</source>
      <translation>لم يعد في {folder} سجل قضايا.</translation>
    </message>
    <message>
      <source>Whatever was recorded is in the folder that was moved. What you typed here and did not lock is still in the window.</source>
      <translation>كل ما سُجل في المجلد الذي نُقل. وما كتبته هنا ولم تثبّته ما زال في النافذة.</translation>
    </message>
    <message>
      <source>checking what was kept</source>
      <translation>التحقق مما حُفظ</translation>
    </message>
    <message>
      <source>forensix was not closed the last time</source>
      <translation>لم يُغلق forensix في المرة الماضية</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>  ·  then: {title}</source>
      <translation>  ·  ثم: {title}</translation>
    </message>
    <message>
      <source>  ·  {n} of {whole}</source>
      <translation>  ·  {n} من {whole}</translation>
    </message>
    <message>
      <source>, by key</source>
      <translation>، بالمفتاح</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>متابعة</translation>
    </message>
    <message>
      <source>Hold the batch after the item at work, or go on with it; looking and single acts go on meanwhile</source>
      <translation>إيقاف الدفعة بعد العنصر الحالي أو متابعتها؛ والنظر والأفعال المفردة تستمر أثناء ذلك</translation>
    </message>
    <message>
      <source>Pa&amp;use the batch</source>
      <translation>إيقاف الدفعة مؤقتاً</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>إيقاف مؤقت</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>التقدم</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>جاهز</translation>
    </message>
    <message>
      <source>Stop after the item at work; what is done stays done</source>
      <translation>التوقف بعد العنصر الحالي؛ ما أُنجز يبقى</translation>
    </message>
    <message>
      <source>What is being done</source>
      <translation>ماذا يجري</translation>
    </message>
    <message>
      <source>device: {device}</source>
      <translation>الجهاز: {device}</translation>
    </message>
    <message>
      <source>nobody signed in</source>
      <translation>لا أحد مسجل</translation>
    </message>
    <message>
      <source>paused: </source>
      <translation>متوقف مؤقتاً: </translation>
    </message>
    <message>
      <source>stopping: </source>
      <translation>يتوقف: </translation>
    </message>
    <message>
      <source>○ the casebook is not there</source>
      <translation>○ سجل القضايا غير موجود</translation>
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
      <translation>نسخ</translation>
    </message>
    <message>
      <source>Copy the selected fields, or all that are shown</source>
      <translation>نسخ الحقول المختارة أو كل المعروضة</translation>
    </message>
    <message>
      <source>Covered until your own observation is locked, as they may speak of the person: {n} of {whole} fields.</source>
      <translation>مغطاة حتى تثبّت ملاحظتك لأنها قد تدل على الشخص: {n} من {whole} حقلًا.</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>الحقل</translation>
    </message>
    <message>
      <source>Header of the file</source>
      <translation>ترويسة الملف</translation>
    </message>
    <message>
      <source>Keyword or text; several words narrow it</source>
      <translation>كلمة مفتاحية أو نص؛ الكلمات المتعددة تضيّق البحث</translation>
    </message>
    <message>
      <source>Search the header</source>
      <translation>البحث في الترويسة</translation>
    </message>
    <message>
      <source>Search the header of the file</source>
      <translation>البحث في ترويسة الملف</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>النص</translation>
    </message>
    <message>
      <source>What of the header is covered</source>
      <translation>ما المغطى من الترويسة</translation>
    </message>
    <message>
      <source>{shown} of {whole} fields</source>
      <translation>{shown} من {whole} حقلاً</translation>
    </message>
  </context>
  <context>
    <name>TargetField</name>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>Say where to write it.</source>
      <translation>اذكر مكان الكتابة.</translation>
    </message>
    <message>
      <source>There is no folder {folder}.</source>
      <translation>لا يوجد مجلد {folder}.</translation>
    </message>
    <message>
      <source>{name} is there already; nothing is overwritten. Choose another name.</source>
      <translation>{name} موجود؛ لا يُكتب فوق شيء. اختر اسمًا آخر.</translation>
    </message>
  </context>
  <context>
    <name>TrustDialog</name>
    <message>
      <source>&amp;Trust it</source>
      <translation>&amp;الثقة بها</translation>
    </message>
    <message>
      <source>Choose the revocation list</source>
      <translation>اختيار قائمة الإلغاء</translation>
    </message>
    <message>
      <source>Choose the root certificate</source>
      <translation>اختيار الشهادة الجذرية</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>For identities and cards that another authority has issued. Custody records it. The list runs out: trust the root again with a newer one. A role at this site is given on the command line: `forensix identity use FILE --role ROLE`.</source>
      <translation>لهويات وبطاقات أصدرتها سلطة أخرى. ويسجل ذلك سجل الحيازة. القائمة تنتهي: ثق بالجذر ثانية مع قائمة أحدث. ويُعطى الدور في هذا الموقع في سطر الأوامر: `forensix identity use FILE --role ROLE`.</translation>
    </message>
    <message>
      <source>Its revocation list</source>
      <translation>قائمة إلغائها</translation>
    </message>
    <message>
      <source>List</source>
      <translation>القائمة</translation>
    </message>
    <message>
      <source>Name the root certificate.</source>
      <translation>سمِّ الشهادة الجذرية.</translation>
    </message>
    <message>
      <source>Nobody can sign under it until its revocation list is given too.</source>
      <translation>لا أحد يوقع تحتها حتى تُعطى قائمة إلغائها أيضًا.</translation>
    </message>
    <message>
      <source>Revocation list</source>
      <translation>قائمة الإلغاء</translation>
    </message>
    <message>
      <source>Root</source>
      <translation>الجذر</translation>
    </message>
    <message>
      <source>Root certificate</source>
      <translation>الشهادة الجذرية</translation>
    </message>
    <message>
      <source>Root certificate of the other authority</source>
      <translation>الشهادة الجذرية للسلطة الأخرى</translation>
    </message>
    <message>
      <source>Trust an authority</source>
      <translation>الثقة بسلطة</translation>
    </message>
    <message>
      <source>Trusted. SHA-256 of the root, to be compared with what the authority says of it:
{sha256}</source>
      <translation>تمت الثقة. SHA-256 للجذر لمقارنته بما تقوله السلطة عنه:
{sha256}</translation>
    </message>
    <message>
      <source>nobody can sign under this authority without</source>
      <translation>بدونها لا أحد يوقع تحت هذه السلطة</translation>
    </message>
    <message>
      <source>trusting an authority</source>
      <translation>الثقة بسلطة</translation>
    </message>
  </context>
  <context>
    <name>UnfinishedBar</name>
    <message>
      <source>&amp;Go on</source>
      <translation>متابعة</translation>
    </message>
    <message>
      <source>A batch that is not finished</source>
      <translation>دفعة لم تكتمل</translation>
    </message>
    <message>
      <source>Do not ask again; what was done stays done</source>
      <translation>لا تسأل مجدداً؛ ما أُنجز يبقى</translation>
    </message>
    <message>
      <source>Do what is left of it; what was done is not done again</source>
      <translation>إنجاز ما تبقى؛ ما أُنجز لا يُعاد</translation>
    </message>
    <message>
      <source>Lea&amp;ve it</source>
      <translation>تركها</translation>
    </message>
  </context>
  <context>
    <name>Upkeep</name>
    <message>
      <source>Choose a radiograph of the case in the list first.</source>
      <translation>اختر أولًا صورة من القضية في القائمة.</translation>
    </message>
    <message>
      <source>running the network again</source>
      <translation>تشغيل الشبكة ثانية</translation>
    </message>
  </context>
  <context>
    <name>VerifiedDialog</name>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
    <message>
      <source>Verification</source>
      <translation>التحقق</translation>
    </message>
    <message>
      <source>What verification says</source>
      <translation>ماذا يقول التحقق</translation>
    </message>
  </context>
  <context>
    <name>VerifyFileDialog</name>
    <message>
      <source>&amp;Verify</source>
      <translation>تحقق</translation>
    </message>
    <message>
      <source>A list says what was revoked when it was made: take one that is newer than the report.</source>
      <translation>تقول القائمة ما كان ملغى حين صُنعت: خذ قائمة أحدث من التقرير.</translation>
    </message>
    <message>
      <source>Against</source>
      <translation>مقابل</translation>
    </message>
    <message>
      <source>Certificates</source>
      <translation>الشهادات</translation>
    </message>
    <message>
      <source>Choose the report</source>
      <translation>اختيار التقرير</translation>
    </message>
    <message>
      <source>Choose the revocation list</source>
      <translation>اختيار قائمة الإلغاء</translation>
    </message>
    <message>
      <source>Choose the root certificate</source>
      <translation>اختيار الشهادة الجذرية</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>اختر …</translation>
    </message>
    <message>
      <source>List</source>
      <translation>القائمة</translation>
    </message>
    <message>
      <source>Name the report.</source>
      <translation>سمِّ التقرير.</translation>
    </message>
    <message>
      <source>Name the root certificate; without one the signer is not known, and no report is accepted.</source>
      <translation>سمِّ الشهادة الجذرية؛ فبدونها لا يُعرف الموقِّع ولا يُقبل تقرير.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>التقرير</translation>
    </message>
    <message>
      <source>Reports</source>
      <translation>التقارير</translation>
    </message>
    <message>
      <source>Revocation list</source>
      <translation>قائمة الإلغاء</translation>
    </message>
    <message>
      <source>Revocation list of the same authority</source>
      <translation>قائمة الإلغاء للسلطة نفسها</translation>
    </message>
    <message>
      <source>Revocation lists</source>
      <translation>قوائم الإلغاء</translation>
    </message>
    <message>
      <source>Root</source>
      <translation>الجذر</translation>
    </message>
    <message>
      <source>Root certificate</source>
      <translation>الشهادة الجذرية</translation>
    </message>
    <message>
      <source>Root certificate that you got by another way than the report</source>
      <translation>شهادة جذرية وصلتك بغير طريق التقرير</translation>
    </message>
    <message>
      <source>The report</source>
      <translation>التقرير</translation>
    </message>
    <message>
      <source>Verify a report file</source>
      <translation>التحقق من ملف تقرير</translation>
    </message>
    <message>
      <source>What it is checked against</source>
      <translation>بمَ يُفحص</translation>
    </message>
    <message>
      <source>What the list is for</source>
      <translation>فائدة القائمة</translation>
    </message>
    <message>
      <source>What verification says</source>
      <translation>ماذا يقول التحقق</translation>
    </message>
    <message>
      <source>Whether it is accepted</source>
      <translation>هل قُبل</translation>
    </message>
    <message>
      <source>Without a list nobody looks whether the signer's certificate was revoked: a report that was signed with a stolen key would be accepted. The list (crl.pem) comes from whoever vouches for the root, newer than the report.</source>
      <translation>من دون قائمة لا ينظر أحد هل أُلغيت شهادة الموقِّع: فقد يُقبل تقرير وُقِّع بمفتاح مسروق. تأتي القائمة (crl.pem) ممن يضمن الشهادة الجذرية، وتكون أحدث من التقرير.</translation>
    </message>
    <message>
      <source>a root certificate alone; nothing is recorded</source>
      <translation>شهادة جذرية وحدها؛ لا يُسجَّل شيء</translation>
    </message>
    <message>
      <source>this casebook: any changed byte is found, and custody records the check</source>
      <translation>هذا السجل: يُكتشف كل بايت تغيَّر ويسجل سجل الحيازة الفحص</translation>
    </message>
    <message>
      <source>verifying the report</source>
      <translation>التحقق من التقرير</translation>
    </message>
  </context>
  <context>
    <name>WorklistFilter</name>
    <message>
      <source>&amp;Filter the list</source>
      <translation>تصفية القائمة</translation>
    </message>
    <message>
      <source>A filter is on: {filter}. Listed: {shown} of {whole}.</source>
      <translation>التصفية مفعّلة: {filter}. المعروض: {shown} من {whole}.</translation>
    </message>
    <message>
      <source>All radiographs</source>
      <translation>كل الصور</translation>
    </message>
    <message>
      <source>Case {number}</source>
      <translation>القضية {number}</translation>
    </message>
    <message>
      <source>Cases without a radiograph</source>
      <translation>قضايا بلا صورة</translation>
    </message>
    <message>
      <source>Incident {name}</source>
      <translation>الحادثة {name}</translation>
    </message>
    <message>
      <source>List a&amp;ll</source>
      <translation>عرض الكل</translation>
    </message>
    <message>
      <source>List a&amp;ll radiographs</source>
      <translation>عرض كل الصور في القائمة</translation>
    </message>
    <message>
      <source>List all radiographs, those that wait for you, or those of one case or incident</source>
      <translation>عرض كل الصور، أو ما ينتظرك منها، أو صور قضية أو حادثة واحدة</translation>
    </message>
    <message>
      <source>Neither filter nor search</source>
      <translation>بلا تصفية ولا بحث</translation>
    </message>
    <message>
      <source>Not concluded yet</source>
      <translation>لم يُستنتج فيها بعد</translation>
    </message>
    <message>
      <source>Waiting for my observation</source>
      <translation>تنتظر ملاحظتي</translation>
    </message>
    <message>
      <source>What the list is narrowed to</source>
      <translation>ما تقتصر عليه القائمة</translation>
    </message>
    <message>
      <source>Which radiographs are listed</source>
      <translation>أي الصور معروضة في القائمة</translation>
    </message>
    <message>
      <source>Without a report yet</source>
      <translation>بلا تقرير بعد</translation>
    </message>
  </context>
  <context>
    <name>WorklistModel</name>
    <message>
      <source>Case</source>
      <translation>القضية</translation>
    </message>
    <message>
      <source>Conclusion: {what}</source>
      <translation>الاستنتاج: {what}</translation>
    </message>
    <message>
      <source>Estimate: {what}</source>
      <translation>التقدير: {what}</translation>
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
      <translation>الجودة: {what}</translation>
    </message>
    <message>
      <source>State</source>
      <translation>الحالة</translation>
    </message>
    <message>
      <source>Typicality: {value}</source>
      <translation>النمطية: {value}</translation>
    </message>
    <message>
      <source>no finding</source>
      <translation>لا ملاحظة</translation>
    </message>
    <message>
      <source>no radiograph</source>
      <translation>لا توجد صورة</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>مجهول</translation>
    </message>
  </context>
  <context>
    <name>wording</name>
    <message>
      <source>&amp;1:1</source>
      <translation>1:1</translation>
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
      <translation>تسمية العلامة</translation>
    </message>
    <message>
      <source>&amp;Mirror</source>
      <translation>عكس أفقي</translation>
    </message>
    <message>
      <source>&amp;Next mark</source>
      <translation>العلامة التالية</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>إعادة</translation>
    </message>
    <message>
      <source>&amp;Redo {what}</source>
      <translation>إعادة {what}</translation>
    </message>
    <message>
      <source>&amp;Reset</source>
      <translation>إعادة</translation>
    </message>
    <message>
      <source>&amp;Side by side</source>
      <translation>جنباً إلى جنب</translation>
    </message>
    <message>
      <source>&amp;Text</source>
      <translation>نص</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>تراجع</translation>
    </message>
    <message>
      <source>&amp;Undo {what}</source>
      <translation>تراجع عن {what}</translation>
    </message>
    <message>
      <source>1:1</source>
      <translation>1:1</translation>
    </message>
    <message>
      <source>A wrong PIN was typed at the card {token} since it was last opened; after some wrong ones it locks itself.</source>
      <translation>أُدخل رقم PIN خاطئ للبطاقة {token} منذ آخر فتح لها؛ وبعد عدة أرقام خاطئة تقفل نفسها.</translation>
    </message>
    <message>
      <source>Accuracy (forced choice)</source>
      <translation>الدقة (اختيار إجباري)</translation>
    </message>
    <message>
      <source>Accuracy where it decides</source>
      <translation>الدقة حيث يقرر</translation>
    </message>
    <message>
      <source>Adults: {what}</source>
      <translation>البالغون: {what}</translation>
    </message>
    <message>
      <source>An estimate is not an identification, and a heatmap shows where the network responded, not why.</source>
      <translation>التقدير ليس تعرّفاً على الهوية، وخريطة الحرارة تُظهر أين استجابت الشبكة لا لماذا.</translation>
    </message>
    <message>
      <source>Another examiner's conclusion is covered until your own observation is locked: {names}.</source>
      <translation>استنتاج فاحص آخر مغطى حتى تثبّت ملاحظتك: {names}.</translation>
    </message>
    <message>
      <source>Area under the ROC curve</source>
      <translation>المساحة تحت منحنى ROC</translation>
    </message>
    <message>
      <source>Arro&amp;w</source>
      <translation>سهم</translation>
    </message>
    <message>
      <source>As Grad-CAM, with weights that favour several separate places.</source>
      <translation>مثل Grad-CAM بأوزان تفضّل عدة مواضع منفصلة.</translation>
    </message>
    <message>
      <source>At a prior of {prior} for male the posterior is {male} male, {female} female.</source>
      <translation>عند احتمال قبلي {prior} للذكر يكون البعدي {male} ذكر، {female} أنثى.</translation>
    </message>
    <message>
      <source>Back to the file's own window, upright, fitted</source>
      <translation>العودة إلى نافذة الملف، قائمةً وملائمة</translation>
    </message>
    <message>
      <source>Ble&amp;nd</source>
      <translation>مزج</translation>
    </message>
    <message>
      <source>Both views move, turn and window together</source>
      <translation>المنظران يتحركان ويدوران وتُضبط نافذتهما معاً</translation>
    </message>
    <message>
      <source>Brighter</source>
      <translation>أفتح</translation>
    </message>
    <message>
      <source>Cannot be told from this radiograph</source>
      <translation>لا يمكن معرفته من هذه الصورة</translation>
    </message>
    <message>
      <source>Case number, requester, incident and names are right and complete.</source>
      <translation>رقم القضية والجهة الطالبة والحادثة والأسماء صحيحة وكاملة.</translation>
    </message>
    <message>
      <source>Channels times gradient, place by place. At the last layer of a network with mean pooling it is Grad-CAM.</source>
      <translation>القنوات مضروبة في التدرج موضعاً موضعاً. عند الطبقة الأخيرة من شبكة ذات تجميع متوسط تكون Grad-CAM.</translation>
    </message>
    <message>
      <source>Channels times the positive gradient, place by place; made for finer layers.</source>
      <translation>القنوات مضروبة في التدرج الموجب موضعاً موضعاً؛ للطبقات الأدق.</translation>
    </message>
    <message>
      <source>Choose one mark after the other</source>
      <translation>اختيار العلامات واحدة بعد أخرى</translation>
    </message>
    <message>
      <source>Cllr (0 is best, 1 says nothing)</source>
      <translation>Cllr (‏0 الأفضل، 1 لا يقول شيئاً)</translation>
    </message>
    <message>
      <source>Compare with another radiograph; “Stop the work” leaves it</source>
      <translation>المقارنة مع صورة أخرى؛ «إيقاف العمل» للخروج منها</translation>
    </message>
    <message>
      <source>Compression</source>
      <translation>الضغط</translation>
    </message>
    <message>
      <source>Darker</source>
      <translation>أغمق</translation>
    </message>
    <message>
      <source>Dates are plausible and in order: acquired, received, examined, concluded.</source>
      <translation>التواريخ معقولة ومرتبة: التصوير، الاستلام، الفحص، الاستنتاج.</translation>
    </message>
    <message>
      <source>Do again what was taken back</source>
      <translation>إعادة ما تُراجع عنه</translation>
    </message>
    <message>
      <source>Exchange left and right on the screen</source>
      <translation>تبديل اليسار واليمين على الشاشة</translation>
    </message>
    <message>
      <source>Expected calibration error</source>
      <translation>خطأ المعايرة المتوقع</translation>
    </message>
    <message>
      <source>F&amp;licker</source>
      <translation>تناوب</translation>
    </message>
    <message>
      <source>Failed attempts, repeats and deviations are reported, not the best run alone.</source>
      <translation>المحاولات الفاشلة والإعادات والانحرافات مذكورة، لا أفضل تشغيل وحده.</translation>
    </message>
    <message>
      <source>Female</source>
      <translation>أنثى</translation>
    </message>
    <message>
      <source>Few pixels</source>
      <translation>بكسلات قليلة</translation>
    </message>
    <message>
      <source>File</source>
      <translation>الملف</translation>
    </message>
    <message>
      <source>Fit the radiograph into the window</source>
      <translation>ملاءمة الصورة للنافذة</translation>
    </message>
    <message>
      <source>Have a new one made (File, New signing identity).</source>
      <translation>اطلب إنشاء مفتاح جديد (ملف، هوية توقيع جديدة).</translation>
    </message>
    <message>
      <source>Heatmap on or off</source>
      <translation>إظهار خريطة الحرارة أو إخفاؤها</translation>
    </message>
    <message>
      <source>Hi&amp;stogram</source>
      <translation>المدرج التكراري</translation>
    </message>
    <message>
      <source>Histogram on or off</source>
      <translation>إظهار المدرج التكراري أو إخفاؤه</translation>
    </message>
    <message>
      <source>How it was computed</source>
      <translation>كيف جرى الحساب</translation>
    </message>
    <message>
      <source>How much the output falls when a patch is flattened; no gradient, no layer but for its grid. Slow.</source>
      <translation>كم يهبط الخرج عند تسطيح رقعة؛ لا تدرج، ولا طبقة إلا لشبكتها. بطيء.</translation>
    </message>
    <message>
      <source>I looked at every reported radiograph itself and locked my own observation before I saw the estimate or the conclusion.</source>
      <translation>نظرتُ إلى كل صورة مذكورة في التقرير بنفسي وثبّتُّ ملاحظتي قبل أن أرى التقدير أو الاستنتاج.</translation>
    </message>
    <message>
      <source>In English, as the report prints it.</source>
      <translation>بالإنجليزية كما يطبعه التقرير.</translation>
    </message>
    <message>
      <source>Indeterminate</source>
      <translation>غير محدد</translation>
    </message>
    <message>
      <source>Invert black and white</source>
      <translation>عكس الأسود والأبيض</translation>
    </message>
    <message>
      <source>Issue a new version, which states the withdrawal.</source>
      <translation>أصدر إصدارًا جديدًا يذكر السحب.</translation>
    </message>
    <message>
      <source>It is back in case {new}; what was done with it there counts again.</source>
      <translation>عادت إلى القضية {new}؛ وما جرى عليها هناك يُعتدّ به من جديد.</translation>
    </message>
    <message>
      <source>It is settled to whom the report may be released.</source>
      <translation>تقرّر لمن يجوز تسليم التقرير.</translation>
    </message>
    <message>
      <source>It was received into case {new} as part {part}: observe and examine it there.</source>
      <translation>استُلمت في القضية {new} بصفتها الجزء {part}: لاحِظها وافحصها هناك.</translation>
    </message>
    <message>
      <source>Item, body side and view in the report are those of the radiograph.</source>
      <translation>الجزء وجهة الجسم والإسقاط في التقرير هي نفسها في الصورة.</translation>
    </message>
    <message>
      <source>Likelihood ratio held back</source>
      <translation>نسبة الأرجحية محدودة</translation>
    </message>
    <message>
      <source>Lin&amp;ked</source>
      <translation>مرتبطان</translation>
    </message>
    <message>
      <source>Living or remains: {who}</source>
      <translation>أحياء أم رفات: {who}</translation>
    </message>
    <message>
      <source>Made-up radiographs</source>
      <translation>صور مصطنعة</translation>
    </message>
    <message>
      <source>Male</source>
      <translation>ذكر</translation>
    </message>
    <message>
      <source>Measure a length: two points; millimetres only where the spacing is calibrated</source>
      <translation>قياس طول: نقطتان؛ بالمليمتر فقط حيث التباعد معاير</translation>
    </message>
    <message>
      <source>Measure an angle: arm, apex, arm</source>
      <translation>قياس زاوية: ضلع ثم رأس ثم ضلع</translation>
    </message>
    <message>
      <source>Narrower window</source>
      <translation>نافذة أضيق</translation>
    </message>
    <message>
      <source>Narrower window: more contrast</source>
      <translation>نافذة أضيق: تباين أكثر</translation>
    </message>
    <message>
      <source>No key of {name} is at hand: the dialog makes one (New identity) or takes its file (Other file).</source>
      <translation>لا مفتاح لـ {name} هنا: تنشئ النافذة مفتاحًا (هوية جديدة) أو تأخذ ملفه (ملف آخر).</translation>
    </message>
    <message>
      <source>No result</source>
      <translation>لا نتيجة</translation>
    </message>
    <message>
      <source>Not evaluated</source>
      <translation>لم يُقيَّم</translation>
    </message>
    <message>
      <source>Not fully grown</source>
      <translation>لم يكتمل النمو</translation>
    </message>
    <message>
      <source>Nothing concluded is left there for a new version.</source>
      <translation>لم يبقَ هناك استنتاج يقوم عليه إصدار جديد.</translation>
    </message>
    <message>
      <source>Nothing was received into case {number} yet.</source>
      <translation>لم يُستلم شيء في القضية {number} بعد.</translation>
    </message>
    <message>
      <source>On whom it was measured</source>
      <translation>على من جرى القياس</translation>
    </message>
    <message>
      <source>One radiograph in place of the other, by turns</source>
      <translation>صورة مكان الأخرى بالتناوب</translation>
    </message>
    <message>
      <source>One radiograph pixel to one screen pixel</source>
      <translation>نقطة من الصورة لكل نقطة من الشاشة</translation>
    </message>
    <message>
      <source>One radiograph through the other</source>
      <translation>صورة عبر الأخرى</translation>
    </message>
    <message>
      <source>One try is left: after another wrong PIN the card {token} locks itself. Ask who issued it if you are unsure.</source>
      <translation>بقيت محاولة واحدة: بعد رقم PIN خاطئ آخر تقفل البطاقة {token} نفسها. إن شككت فاسأل من أصدرها.</translation>
    </message>
    <message>
      <source>Point at something: tail, then tip</source>
      <translation>الإشارة إلى شيء: الذيل ثم الرأس</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>الجودة</translation>
    </message>
    <message>
      <source>R&amp;uler</source>
      <translation>مسطرة</translation>
    </message>
    <message>
      <source>Receipt and custody of every item are recorded without a gap.</source>
      <translation>استلام كل جزء وعهدته مسجلان بلا انقطاع.</translation>
    </message>
    <message>
      <source>Receive files into it (File menu), correct its facts (Work menu), or read its custody.</source>
      <translation>استلم ملفات فيها (قائمة ملف)، أو صحّح بياناتها (قائمة العمل)، أو اقرأ حيازتها.</translation>
    </message>
    <message>
      <source>Recipe {recipe}, backbone {backbone}, weights SHA-256 {sha256}</source>
      <translation>الوصفة {recipe}، الشبكة {backbone}، SHA-256 للأوزان {sha256}</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>المقياس</translation>
    </message>
    <message>
      <source>Scale &amp;bar</source>
      <translation>مقياس الر&amp;سم</translation>
    </message>
    <message>
      <source>Scale bar on or off; there is one where the pixel spacing is known</source>
      <translation>إظهار مقياس الرسم أو إخفاؤه؛ يوجد حيث تُعرف تباعد البكسلات</translation>
    </message>
    <message>
      <source>Second s&amp;creen</source>
      <translation>الشاشة الثانية</translation>
    </message>
    <message>
      <source>Sensitivity, female</source>
      <translation>الحساسية، أنثى</translation>
    </message>
    <message>
      <source>Sensitivity, male</source>
      <translation>الحساسية، ذكر</translation>
    </message>
    <message>
      <source>Show the map's own grid instead of smoothing it</source>
      <translation>عرض شبكة الخريطة نفسها بدل تنعيمها</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>الجهة</translation>
    </message>
    <message>
      <source>Side contradicts the file</source>
      <translation>الجهة تخالف الملف</translation>
    </message>
    <message>
      <source>Side known, the hand is read once: log10 {bound}</source>
      <translation>الجانب معروف، تُقرأ اليد مرة واحدة: log10 {bound}</translation>
    </message>
    <message>
      <source>Side unknown, it is read both ways: log10 {bound}</source>
      <translation>الجانب مجهول، تُقرأ بالاتجاهين: log10 {bound}</translation>
    </message>
    <message>
      <source>Side {side}, view {view}.</source>
      <translation>الجانب {side}، الإسقاط {view}.</translation>
    </message>
    <message>
      <source>Size and compression</source>
      <translation>الحجم والضغط</translation>
    </message>
    <message>
      <source>Skeletal age {months} months ({years} years); 95 % prediction interval {low} to {high} months.</source>
      <translation>العمر الهيكلي {months} شهراً ({years} سنة)؛ فترة التنبؤ 95 % من {low} إلى {high} شهراً.</translation>
    </message>
    <message>
      <source>Skeletal age: mean absolute error, months</source>
      <translation>العمر الهيكلي: متوسط الخطأ المطلق، بالأشهر</translation>
    </message>
    <message>
      <source>Skeletal age: within its 95 % interval</source>
      <translation>العمر الهيكلي: داخل فترته 95 %</translation>
    </message>
    <message>
      <source>Stored, and the receipt was not recorded; to be given again: {n}.</source>
      <translation>خُزّنت ولم يُسجل استلامها؛ يلزم تقديمها مجددًا: {n}.</translation>
    </message>
    <message>
      <source>Take back the last change of the view or of a mark</source>
      <translation>التراجع عن آخر تغيير في العرض أو في علامة</translation>
    </message>
    <message>
      <source>Take the chosen mark away; the casebook keeps it</source>
      <translation>إزالة العلامة المختارة؛ السجل يحتفظ بها</translation>
    </message>
    <message>
      <source>Take the mark a&amp;way</source>
      <translation>إزالة العلامة</translation>
    </message>
    <message>
      <source>The card {token} is in no reader: put it in. It is noticed by itself.</source>
      <translation>البطاقة {token} ليست في أي قارئ: ضعها فيه، وسيُلاحظ ذلك تلقائيًا.</translation>
    </message>
    <message>
      <source>The card {token} is in the reader.</source>
      <translation>البطاقة {token} في القارئ.</translation>
    </message>
    <message>
      <source>The card {token} is locked after too many wrong PINs: unlock it with its PUK, or ask who issued it.</source>
      <translation>البطاقة {token} مقفلة بعد أرقام PIN خاطئة كثيرة: افتحها برمز PUK أو اسأل من أصدرها.</translation>
    </message>
    <message>
      <source>The card {token} says that no PIN was set on it yet: who issued it sets one.</source>
      <translation>تقول البطاقة {token} إنه لم يُعيَّن لها رقم PIN بعد: يعيّنه من أصدرها.</translation>
    </message>
    <message>
      <source>The conclusion follows from what was seen and from the estimate, and does not say more than the likelihood ratio supports.</source>
      <translation>يتبع الاستنتاج مما شوهد ومن التقدير، ولا يقول أكثر مما تدعمه نسبة الأرجحية.</translation>
    </message>
    <message>
      <source>The custody chain is whole; its acts: {n}.</source>
      <translation>سلسلة الحيازة سليمة؛ عدد أفعالها: {n}.</translation>
    </message>
    <message>
      <source>The estimate lies within the validated range, or the report says that it does not and draws no conclusion from it.</source>
      <translation>يقع التقدير ضمن المدى المتحقَّق منه، أو يذكر التقرير أنه خارجه ولا يستنتج منه شيئًا.</translation>
    </message>
    <message>
      <source>The estimated skeletal age lies outside the range in which this model was validated. The numbers are kept as an exhibit; only a validation that covers this age would mend it.</source>
      <translation>العمر الهيكلي المقدّر خارج المدى الذي جرى التحقق فيه من هذا النموذج. تُحفظ الأرقام للاطلاع؛ ولا يصلح ذلك إلا تحقق يشمل هذا العمر.</translation>
    </message>
    <message>
      <source>The findings provide {words} for the proposition that {proposition} over the proposition that {alternative}.</source>
      <translation>تقدّم النتائج {words} لفرضية أن {proposition} مقابل فرضية أن {alternative}.</translation>
    </message>
    <message>
      <source>The findings support neither proposition over the other.</source>
      <translation>لا ترجّح النتائج أيًّا من الفرضيتين على الأخرى.</translation>
    </message>
    <message>
      <source>The key of {name} expired on {when}: have it renewed (Casebook, Identities).</source>
      <translation>انتهت صلاحية مفتاح {name} في {when}: اطلب تجديده (سجل القضايا، الهويات).</translation>
    </message>
    <message>
      <source>The key of {name} is for the role {role}: a report is signed first with a key for an examiner. {make}</source>
      <translation>مفتاح {name} لدور {role}: يُوقَّع التقرير أولًا بمفتاح فاحص. {make}</translation>
    </message>
    <message>
      <source>The key of {name} is for the role {role}: examiners and reviewers countersign. {make}</source>
      <translation>مفتاح {name} لدور {role}: المصادقة بالتوقيع للفاحصين والمراجعين. {make}</translation>
    </message>
    <message>
      <source>The key of {name} is not valid before {when}: check this computer's clock.</source>
      <translation>مفتاح {name} غير سارٍ قبل {when}: تحقّق من ساعة هذا الحاسوب.</translation>
    </message>
    <message>
      <source>The key of {name} is revoked. {make}</source>
      <translation>مفتاح {name} ملغى. {make}</translation>
    </message>
    <message>
      <source>The last act recorded: {act}, {at}, by {who}.</source>
      <translation>آخر فعل مسجل: {act}، {at}، {who}.</translation>
    </message>
    <message>
      <source>The layer's channels, weighted by the mean gradient of what is explained.</source>
      <translation>قنوات الطبقة موزونة بمتوسط تدرج ما يُفسَّر.</translation>
    </message>
    <message>
      <source>The layer's strongest pattern. It explains no output: male and female have the same map.</source>
      <translation>أقوى نمط في الطبقة. لا يفسر أي خرج: للذكر والأنثى الخريطة نفسها.</translation>
    </message>
    <message>
      <source>The likelihood ratio does not reach the rule for male or female, and with this model none can: what its validation supports ends before the rule. Another method may.</source>
      <translation>نسبة الأرجحية لا تبلغ قاعدة الذكر أو الأنثى، وبهذا النموذج لا يمكن لأي نسبة أن تبلغها: ما يسنده التحقق ينتهي قبل القاعدة. قد تبلغها طريقة أخرى.</translation>
    </message>
    <message>
      <source>The likelihood ratio does not reach the rule for male or female. Another radiograph or another method may.</source>
      <translation>نسبة الأرجحية لا تبلغ قاعدة الذكر أو الأنثى. قد تبلغها صورة أخرى أو طريقة أخرى.</translation>
    </message>
    <message>
      <source>The likelihood ratio is bounded by what {n} calibration hands support; more is never claimed:</source>
      <translation>نسبة الأرجحية محدودة بما تسنده {n} يد معايرة؛ ولا يُدّعى أكثر أبدًا:</translation>
    </message>
    <message>
      <source>The likelihood ratio is bounded: log10 {bound}, which {n} calibration hands support; more is never claimed.</source>
      <translation>نسبة الأرجحية محدودة: log10 {bound}، وهو ما تسنده {n} يد معايرة؛ ولا يُدّعى أكثر أبدًا.</translation>
    </message>
    <message>
      <source>The limitations that apply to this case are stated.</source>
      <translation>القيود التي تنطبق على هذه القضية مذكورة.</translation>
    </message>
    <message>
      <source>The method is the one that the laboratory has validated, and it was used as validated.</source>
      <translation>الطريقة هي التي تحقّق المختبر من صلاحيتها، واستُعملت كما جرى التحقق منها.</translation>
    </message>
    <message>
      <source>The network gave no finite value. Check the original, and examine it again.</source>
      <translation>لم تعطِ الشبكة قيمة منتهية. راجع الأصل وافحصه مجدداً.</translation>
    </message>
    <message>
      <source>The outcome would be {outcome}. What is recorded does not change.</source>
      <translation>ستكون النتيجة {outcome}. المسجل لا يتغير.</translation>
    </message>
    <message>
      <source>The outcome would stay {outcome}.</source>
      <translation>ستبقى النتيجة {outcome}.</translation>
    </message>
    <message>
      <source>The plain-language page says the same as the report.</source>
      <translation>الصفحة المكتوبة بلغة مبسطة تقول ما يقوله التقرير.</translation>
    </message>
    <message>
      <source>The radiograph is not one whole hand, or it is blank or cut off. A new radiograph would mend it.</source>
      <translation>الصورة ليست ليد واحدة كاملة، أو هي فارغة أو مقطوعة. صورة جديدة تصلح ذلك.</translation>
    </message>
    <message>
      <source>The review by {name} is older than a conclusion of this report: review again, then have a new version issued.</source>
      <translation>مراجعة {name} أقدم من استنتاج في هذا التقرير: راجع من جديد ثم اطلب إصدارًا جديدًا.</translation>
    </message>
    <message>
      <source>The revocation list ran out on {when}: nobody can sign until it is renewed (Casebook, Identities).</source>
      <translation>انتهت قائمة الإلغاء في {when}: لا أحد يوقع حتى تُجدَّد (سجل القضايا، الهويات).</translation>
    </message>
    <message>
      <source>The second radiograph on the other screen, or back beside the first</source>
      <translation>الصورة الثانية على الشاشة الأخرى، أو العودة بجانب الأولى</translation>
    </message>
    <message>
      <source>The site record of {name} is in use: its calibration, bounds, validated range and rule hold in the place of these.</source>
      <translation>سجل الموقع {name} مستخدم: معايرته وحدوده ومداه المتحقق منه وقاعدته تسري بدل ما يرد هنا.</translation>
    </message>
    <message>
      <source>The two radiographs side by side</source>
      <translation>الصورتان جنباً إلى جنب</translation>
    </message>
    <message>
      <source>The two readings, as a left and as a right hand, fall on opposite sides of the rule. Stating the side would mend it.</source>
      <translation>القراءتان، يداً يسرى ويداً يمنى، تقعان على جانبي القاعدة. ذكر الجانب يصلح ذلك.</translation>
    </message>
    <message>
      <source>There is no likelihood ratio.</source>
      <translation>لا توجد نسبة أرجحية.</translation>
    </message>
    <message>
      <source>This model gives no skeletal age.</source>
      <translation>هذا النموذج لا يعطي عمراً هيكلياً.</translation>
    </message>
    <message>
      <source>This radiograph is too unlike those that the model was calibrated on. A standard PA radiograph of one hand may mend it.</source>
      <translation>هذه الصورة بعيدة الشبه عما عُوير عليه النموذج. قد تصلح ذلك صورة PA معيارية ليد واحدة.</translation>
    </message>
    <message>
      <source>Trained on {n} subjects, from {start}, {device}, seed {seed}</source>
      <translation>دُرّب على {n} شخصاً، انطلاقاً من {start}، {device}، البذرة {seed}</translation>
    </message>
    <message>
      <source>Turn a quarter to the left</source>
      <translation>ربع دورة إلى اليسار</translation>
    </message>
    <message>
      <source>Turn a quarter to the right</source>
      <translation>ربع دورة إلى اليمين</translation>
    </message>
    <message>
      <source>Turn left</source>
      <translation>تدوير لليسار</translation>
    </message>
    <message>
      <source>Turn left by one degree</source>
      <translation>تدوير لليسار درجة واحدة</translation>
    </message>
    <message>
      <source>Turn right</source>
      <translation>تدوير لليمين</translation>
    </message>
    <message>
      <source>Turn right by one degree</source>
      <translation>تدوير لليمين درجة واحدة</translation>
    </message>
    <message>
      <source>Typicality could not be computed.</source>
      <translation>تعذر حساب النمطية.</translation>
    </message>
    <message>
      <source>Typicality: {share} of the calibration hands are at least as unusual as this one.</source>
      <translation>النمطية: {share} من أيدي المعايرة غير مألوفة بقدر هذه على الأقل.</translation>
    </message>
    <message>
      <source>Unusual radiograph</source>
      <translation>صورة غير مألوفة</translation>
    </message>
    <message>
      <source>Validated for estimated skeletal ages of {low} to {high} months.</source>
      <translation>جرى التحقق لأعمار هيكلية مقدّرة من {low} إلى {high} شهراً.</translation>
    </message>
    <message>
      <source>Validated range</source>
      <translation>المدى المتحقَّق منه</translation>
    </message>
    <message>
      <source>Verification accepts it. Checks passed: {n}.</source>
      <translation>التحقق يقبله. الاختبارات المجتازة: {n}.</translation>
    </message>
    <message>
      <source>Verification refuses it. Checks failed: {n}.</source>
      <translation>التحقق يرفضه. الاختبارات غير المجتازة: {n}.</translation>
    </message>
    <message>
      <source>Version {version} of the report on case {old} holds this radiograph and stays as issued: tell everybody who has it.</source>
      <translation>الإصدار {version} من تقرير القضية {old} يتضمن هذه الصورة ويبقى كما صدر: أبلغ كل من لديه نسخة منه.</translation>
    </message>
    <message>
      <source>View</source>
      <translation>الإسقاط</translation>
    </message>
    <message>
      <source>What is left of the output when the picture is seen through one channel alone; the 64 channels that vary most. Slow.</source>
      <translation>ما يبقى من الخرج عندما تُرى الصورة عبر قناة واحدة؛ القنوات الـ64 الأكثر تغيراً. بطيء.</translation>
    </message>
    <message>
      <source>What the network found is {ratio} times more probable if the hand is {towards} than if it is {other}.</source>
      <translation>ما وجدته الشبكة أكثر احتمالاً بمقدار {ratio} مرة إذا كانت اليد ليد {towards} مما لو كانت {other}.</translation>
    </message>
    <message>
      <source>Who concluded signs, and that was {others}, not {name}: File, Who works. Or observe and conclude as {name}.</source>
      <translation>يوقّع من استنتج، وهو {others} وليس {name}: ملف، من يعمل. أو لاحظ واستنتج باسم {name}.</translation>
    </message>
    <message>
      <source>Who reviewed countersigns, and that was {others}, not {name}: File, Who works.</source>
      <translation>يصادق بالتوقيع من راجع، وهو {others} وليس {name}: ملف، من يعمل.</translation>
    </message>
    <message>
      <source>Wider window</source>
      <translation>نافذة أوسع</translation>
    </message>
    <message>
      <source>Wider window: less contrast</source>
      <translation>نافذة أوسع: تباين أقل</translation>
    </message>
    <message>
      <source>Write on the radiograph</source>
      <translation>الكتابة على الصورة</translation>
    </message>
    <message>
      <source>Write or change the text of the chosen mark</source>
      <translation>كتابة نص العلامة المختارة أو تغييره</translation>
    </message>
    <message>
      <source>You may review this case.</source>
      <translation>يمكنك مراجعة هذه القضية.</translation>
    </message>
    <message>
      <source>You work as {role}, and an examiner signs a report first: whoever concluded (File, Who works). You can read it here.</source>
      <translation>أنت تعمل بدور {role}، والتقرير يوقّعه أولًا فاحص: من استنتج (ملف، من يعمل). يمكنك قراءته هنا.</translation>
    </message>
    <message>
      <source>You work as {role}: an examiner or a reviewer countersigns (File, Who works).</source>
      <translation>أنت تعمل بدور {role}: يصادق بالتوقيع فاحص أو مراجع (ملف، من يعمل).</translation>
    </message>
    <message>
      <source>Your role does not conclude: an examiner does (File, Who works).</source>
      <translation>دورك لا يستنتج: يستنتج فاحص (ملف، من يعمل).</translation>
    </message>
    <message>
      <source>Your role does not observe: an examiner or a reviewer does (File, Who works).</source>
      <translation>دورك لا يلاحظ: يلاحظ فاحص أو مراجع (ملف، من يعمل).</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>تكبير</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>تصغير</translation>
    </message>
    <message>
      <source>administrator</source>
      <translation>مدير</translation>
    </message>
    <message>
      <source>agrees</source>
      <translation>يوافق</translation>
    </message>
    <message>
      <source>another body part</source>
      <translation>جزء آخر من الجسم</translation>
    </message>
    <message>
      <source>as it is</source>
      <translation>كما هي</translation>
    </message>
    <message>
      <source>at the detector, not at the hand</source>
      <translation>عند الكاشف، لا عند اليد</translation>
    </message>
    <message>
      <source>auditor</source>
      <translation>مدقق</translation>
    </message>
    <message>
      <source>authority trusted</source>
      <translation>اعتُمدت سلطة إصدار</translation>
    </message>
    <message>
      <source>backing up</source>
      <translation>يجري النسخ الاحتياطي</translation>
    </message>
    <message>
      <source>backup made</source>
      <translation>أُنشئت نسخة احتياطية</translation>
    </message>
    <message>
      <source>blank</source>
      <translation>فارغة</translation>
    </message>
    <message>
      <source>blending</source>
      <translation>المزج</translation>
    </message>
    <message>
      <source>blocks or smoothed</source>
      <translation>مربعات أو منعمة</translation>
    </message>
    <message>
      <source>blurred</source>
      <translation>غير واضحة</translation>
    </message>
    <message>
      <source>burnt</source>
      <translation>محترق</translation>
    </message>
    <message>
      <source>by the file's dots per inch</source>
      <translation>بحسب عدد النقاط في البوصة المذكور في الملف</translation>
    </message>
    <message>
      <source>calibrated</source>
      <translation>معاير</translation>
    </message>
    <message>
      <source>can sign</source>
      <translation>يمكنها التوقيع</translation>
    </message>
    <message>
      <source>case opened</source>
      <translation>فُتحت القضية</translation>
    </message>
    <message>
      <source>casebook made</source>
      <translation>أُنشئ السجل</translation>
    </message>
    <message>
      <source>checking it as the other side will</source>
      <translation>يجري التحقق منه كما سيفعل الطرف الآخر</translation>
    </message>
    <message>
      <source>checking the custody chain</source>
      <translation>يجري التحقق من سلسلة الحيازة</translation>
    </message>
    <message>
      <source>checking the database</source>
      <translation>يجري التحقق من قاعدة البيانات</translation>
    </message>
    <message>
      <source>checking the originals</source>
      <translation>يجري التحقق من الأصول</translation>
    </message>
    <message>
      <source>checking the reports</source>
      <translation>يجري التحقق من التقارير</translation>
    </message>
    <message>
      <source>claimed</source>
      <translation>ادعاءً</translation>
    </message>
    <message>
      <source>clipped</source>
      <translation>مشبعة</translation>
    </message>
    <message>
      <source>clock compared</source>
      <translation>قورنت الساعة</translation>
    </message>
    <message>
      <source>clock confirmed</source>
      <translation>تأكدت الساعة</translation>
    </message>
    <message>
      <source>colour map</source>
      <translation>تدرج الألوان</translation>
    </message>
    <message>
      <source>comparing with a random network</source>
      <translation>مقارنة بشبكة عشوائية</translation>
    </message>
    <message>
      <source>comparing with random maps</source>
      <translation>مقارنة بخرائط عشوائية</translation>
    </message>
    <message>
      <source>complete, fleshed</source>
      <translation>كامل، بنسيج رخو</translation>
    </message>
    <message>
      <source>composing the report</source>
      <translation>يجري إعداد التقرير</translation>
    </message>
    <message>
      <source>concluded</source>
      <translation>تم الاستنتاج</translation>
    </message>
    <message>
      <source>concluded {when}</source>
      <translation>تم الاستنتاج {when}</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>صُحح</translation>
    </message>
    <message>
      <source>countersigned</source>
      <translation>وُقّع مصادقة</translation>
    </message>
    <message>
      <source>covered</source>
      <translation>مغطى</translation>
    </message>
    <message>
      <source>covered until your own observation is locked</source>
      <translation>مغطى حتى تثبّت ملاحظتك</translation>
    </message>
    <message>
      <source>cut off</source>
      <translation>مقصوصة</translation>
    </message>
    <message>
      <source>cut-off</source>
      <translation>حد القطع</translation>
    </message>
    <message>
      <source>decomposed</source>
      <translation>متحلل</translation>
    </message>
    <message>
      <source>disclosed</source>
      <translation>أُفصح عنها</translation>
    </message>
    <message>
      <source>dissents</source>
      <translation>يخالف</translation>
    </message>
    <message>
      <source>duplicate</source>
      <translation>مكرر</translation>
    </message>
    <message>
      <source>estimate shown</source>
      <translation>عُرض التقدير</translation>
    </message>
    <message>
      <source>examination failed</source>
      <translation>فشل الفحص</translation>
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
      <source>examining</source>
      <translation>يجري الفحص</translation>
    </message>
    <message>
      <source>examining {item}</source>
      <translation>يجري فحص {item}</translation>
    </message>
    <message>
      <source>expired</source>
      <translation>منتهية</translation>
    </message>
    <message>
      <source>exported</source>
      <translation>صُدّر</translation>
    </message>
    <message>
      <source>exporting {item}</source>
      <translation>يجري تصدير {item}</translation>
    </message>
    <message>
      <source>extremely strong support</source>
      <translation>دعمًا بالغ القوة</translation>
    </message>
    <message>
      <source>female</source>
      <translation>أنثى</translation>
    </message>
    <message>
      <source>fit</source>
      <translation>ملاءمة</translation>
    </message>
    <message>
      <source>fragmentary</source>
      <translation>مجزأ</translation>
    </message>
    <message>
      <source>gathering the facts</source>
      <translation>تُجمع البيانات</translation>
    </message>
    <message>
      <source>grays folded over</source>
      <translation>تدرجات الرمادي منقلبة</translation>
    </message>
    <message>
      <source>heatmap checked</source>
      <translation>اختُبرت خريطة الحرارة</translation>
    </message>
    <message>
      <source>heatmap for {what}</source>
      <translation>خريطة الحرارة لـ «{what}»</translation>
    </message>
    <message>
      <source>heatmap made</source>
      <translation>أُنشئت خريطة حرارية</translation>
    </message>
    <message>
      <source>heatmap on or off</source>
      <translation>إظهار خريطة الحرارة أو إخفاؤها</translation>
    </message>
    <message>
      <source>identity from elsewhere adopted</source>
      <translation>اعتُمدت هوية من جهة أخرى</translation>
    </message>
    <message>
      <source>identity issued</source>
      <translation>صدرت هوية</translation>
    </message>
    <message>
      <source>identity renewed</source>
      <translation>جُدّدت هوية</translation>
    </message>
    <message>
      <source>identity revoked</source>
      <translation>أُلغيت هوية</translation>
    </message>
    <message>
      <source>inversion</source>
      <translation>عكس</translation>
    </message>
    <message>
      <source>inverted</source>
      <translation>معكوسة التباين</translation>
    </message>
    <message>
      <source>issued</source>
      <translation>صدر التقرير</translation>
    </message>
    <message>
      <source>issuing the certificate</source>
      <translation>يجري إصدار الشهادة</translation>
    </message>
    <message>
      <source>keeping the report</source>
      <translation>يجري حفظ التقرير</translation>
    </message>
    <message>
      <source>left</source>
      <translation>يسرى</translation>
    </message>
    <message>
      <source>less than 0.1 %</source>
      <translation>أقل من 0.1 %</translation>
    </message>
    <message>
      <source>loading the network</source>
      <translation>يجري تحميل الشبكة</translation>
    </message>
    <message>
      <source>locked {when}</source>
      <translation>ثُبّتت {when}</translation>
    </message>
    <message>
      <source>lossy</source>
      <translation>بفقد</translation>
    </message>
    <message>
      <source>making keys</source>
      <translation>يجري إنشاء المفاتيح</translation>
    </message>
    <message>
      <source>male</source>
      <translation>ذكر</translation>
    </message>
    <message>
      <source>mark changed</source>
      <translation>غُيّرت علامة</translation>
    </message>
    <message>
      <source>mark set</source>
      <translation>وُضعت علامة</translation>
    </message>
    <message>
      <source>mark taken away</source>
      <translation>أُزيلت علامة</translation>
    </message>
    <message>
      <source>measuring beside the hand</source>
      <translation>قياس ما بجانب اليد</translation>
    </message>
    <message>
      <source>mirroring</source>
      <translation>عكس أفقي</translation>
    </message>
    <message>
      <source>moderate support</source>
      <translation>دعمًا متوسطًا</translation>
    </message>
    <message>
      <source>moderately strong support</source>
      <translation>دعمًا متوسط القوة</translation>
    </message>
    <message>
      <source>move</source>
      <translation>تحريك</translation>
    </message>
    <message>
      <source>moving the picture</source>
      <translation>إزاحة الصورة</translation>
    </message>
    <message>
      <source>no map: flat or not finite</source>
      <translation>لا خريطة: مسطحة أو غير منتهية</translation>
    </message>
    <message>
      <source>no map: the network's response was flat ({method}, {grid})</source>
      <translation>لا خريطة: استجابة الشبكة مسطحة ({method}، {grid})</translation>
    </message>
    <message>
      <source>no output</source>
      <translation>لا خرج</translation>
    </message>
    <message>
      <source>no pixel spacing</source>
      <translation>لا تباعد للنقاط</translation>
    </message>
    <message>
      <source>no radiograph</source>
      <translation>لا توجد صورة</translation>
    </message>
    <message>
      <source>noise</source>
      <translation>تشويش</translation>
    </message>
    <message>
      <source>not calibrated at the hand</source>
      <translation>غير معاير عند اليد</translation>
    </message>
    <message>
      <source>not yet valid</source>
      <translation>لم تسرِ بعد</translation>
    </message>
    <message>
      <source>number scheme set</source>
      <translation>ثُبّت نظام الأرقام</translation>
    </message>
    <message>
      <source>observation locked</source>
      <translation>ثُبّتت الملاحظة</translation>
    </message>
    <message>
      <source>older age</source>
      <translation>عمر أكبر</translation>
    </message>
    <message>
      <source>opacity</source>
      <translation>العتامة</translation>
    </message>
    <message>
      <source>opened</source>
      <translation>مفتوحة</translation>
    </message>
    <message>
      <source>packing {item}</source>
      <translation>يجري حزم {item}</translation>
    </message>
    <message>
      <source>peak {peak}</source>
      <translation>الذروة {peak}</translation>
    </message>
    <message>
      <source>person enrolled</source>
      <translation>سُجل شخص</translation>
    </message>
    <message>
      <source>reading</source>
      <translation>تجري القراءة</translation>
    </message>
    <message>
      <source>received</source>
      <translation>مستلمة</translation>
    </message>
    <message>
      <source>receiving {item}</source>
      <translation>يجري استلام {item}</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>مرفوض</translation>
    </message>
    <message>
      <source>replaced</source>
      <translation>مستبدلة</translation>
    </message>
    <message>
      <source>report issued</source>
      <translation>صدر التقرير</translation>
    </message>
    <message>
      <source>reset</source>
      <translation>إعادة</translation>
    </message>
    <message>
      <source>restoring</source>
      <translation>تجري الاستعادة</translation>
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
      <source>revoked</source>
      <translation>ملغاة</translation>
    </message>
    <message>
      <source>right</source>
      <translation>يمنى</translation>
    </message>
    <message>
      <source>seal {seal}</source>
      <translation>الختم {seal}</translation>
    </message>
    <message>
      <source>settings changed</source>
      <translation>تغيرت الإعدادات</translation>
    </message>
    <message>
      <source>side by side, flicker or blend</source>
      <translation>جنبًا إلى جنب أو تناوب أو مزج</translation>
    </message>
    <message>
      <source>side unknown</source>
      <translation>الجانب مجهول</translation>
    </message>
    <message>
      <source>sideways</source>
      <translation>مائلة على جانبها</translation>
    </message>
    <message>
      <source>signing</source>
      <translation>يجري التوقيع</translation>
    </message>
    <message>
      <source>signing refused</source>
      <translation>رُفض التوقيع</translation>
    </message>
    <message>
      <source>site record added</source>
      <translation>أُضيف سجل موقع</translation>
    </message>
    <message>
      <source>site record used</source>
      <translation>استُخدم سجل موقع</translation>
    </message>
    <message>
      <source>skeletonised</source>
      <translation>هيكلي</translation>
    </message>
    <message>
      <source>smoothed</source>
      <translation>منعمة</translation>
    </message>
    <message>
      <source>strong support</source>
      <translation>دعمًا قويًا</translation>
    </message>
    <message>
      <source>the hand is of a female</source>
      <translation>اليد لأنثى</translation>
    </message>
    <message>
      <source>the hand is of a male</source>
      <translation>اليد لذكر</translation>
    </message>
    <message>
      <source>turn</source>
      <translation>تدوير</translation>
    </message>
    <message>
      <source>two hands</source>
      <translation>يدان</translation>
    </message>
    <message>
      <source>upside down</source>
      <translation>مقلوبة</translation>
    </message>
    <message>
      <source>valid</source>
      <translation>سارية</translation>
    </message>
    <message>
      <source>verified</source>
      <translation>تم التحقق</translation>
    </message>
    <message>
      <source>version</source>
      <translation>الإصدار</translation>
    </message>
    <message>
      <source>very strong support</source>
      <translation>دعمًا قويًا جدًا</translation>
    </message>
    <message>
      <source>view not stated</source>
      <translation>الإسقاط غير مذكور</translation>
    </message>
    <message>
      <source>weak support</source>
      <translation>دعمًا ضعيفًا</translation>
    </message>
    <message>
      <source>window and level</source>
      <translation>النافذة والمستوى</translation>
    </message>
    <message>
      <source>with her key</source>
      <translation>بمفتاحها</translation>
    </message>
    <message>
      <source>zoom</source>
      <translation>تكبير</translation>
    </message>
    <message>
      <source>{explains}: {method} at {layer}, grid {rows} × {columns}</source>
      <translation>{explains}: {method} عند {layer}، الشبكة {rows} × {columns}</translation>
    </message>
    <message>
      <source>{file} is withdrawn from case {old}; what was done with it there stays as history.</source>
      <translation>سُحبت {file} من القضية {old}؛ وما جرى عليها هناك يبقى سجلًّا سابقًا.</translation>
    </message>
    <message>
      <source>{file} was withdrawn from case {number} and is in case {other} now.</source>
      <translation>سُحب {file} من القضية {number} وهو الآن في القضية {other}.</translation>
    </message>
    <message>
      <source>{grid} {shown}  ·  {method} for {explains}  ·  peak {peak}  ·  {layer}</source>
      <translation>{grid} {shown}  ·  {method} لـ{explains}  ·  الذروة {peak}  ·  {layer}</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} إلى {high}</translation>
    </message>
    <message>
      <source>{name} signed this report as its examiner: another person countersigns (File, Who works).</source>
      <translation>وقّع {name} هذا التقرير بصفته فاحصه: يصادق عليه شخص آخر بالتوقيع (ملف، من يعمل).</translation>
    </message>
    <message>
      <source>{n} min left</source>
      <translation>بقي {n} د</translation>
    </message>
    <message>
      <source>{n} s left</source>
      <translation>بقي {n} ث</translation>
    </message>
    <message>
      <source>× failed</source>
      <translation>× لم يُجتز</translation>
    </message>
    <message>
      <source>– not measured</source>
      <translation>– لم يُقَس</translation>
    </message>
    <message>
      <source>✓ passed</source>
      <translation>✓ اجتيز</translation>
    </message>
  </context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>ActDialog</name>
    <message>
      <source>Cancelled; nothing was done.</source>
      <translation>Abgebrochen; nichts wurde getan.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>How far it has come</source>
      <translation>Wie weit es ist</translation>
    </message>
    <message>
      <source>It stops after the step at hand.</source>
      <translation>Es hält nach dem laufenden Schritt an.</translation>
    </message>
    <message>
      <source>It was done before it could be stopped.</source>
      <translation>Es war getan, bevor es angehalten werden konnte.</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>Was fehlt</translation>
    </message>
  </context>
  <context>
    <name>Adopting</name>
    <message>
      <source>The settings file that could not be used is kept as {path}.</source>
      <translation>Die unbrauchbare Einstellungsdatei bleibt als {path} erhalten.</translation>
    </message>
    <message>
      <source>recording the settings</source>
      <translation>Einstellungen werden festgehalten</translation>
    </message>
    <message>
      <source>saving the settings</source>
      <translation>Einstellungen werden gesichert</translation>
    </message>
  </context>
  <context>
    <name>BackupDialog</name>
    <message>
      <source>&amp;Back up</source>
      <translation>&amp;Sichern</translation>
    </message>
    <message>
      <source>Back up the casebook</source>
      <translation>Fallbuch sichern</translation>
    </message>
    <message>
      <source>Backed up to {file}, {size} MB.</source>
      <translation>Gesichert nach {file}, {size} MB.</translation>
    </message>
    <message>
      <source>Casebook, originals, reports, identities and trust go into one file, which is read back. Put it on another disk than the casebook; whoever has it can read all of it. Keys in it stay locked under their passphrases.</source>
      <translation>Fallbuch, Originale, Berichte, Identitäten und Vertrauen kommen in eine Datei, die zurückgelesen wird. Legen Sie sie auf einen anderen Datenträger als das Fallbuch; wer sie hat, kann alles darin lesen. Schlüssel darin bleiben unter ihren Passphrasen verschlossen.</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Name of the backup</source>
      <translation>Name der Sicherung</translation>
    </message>
    <message>
      <source>backing up</source>
      <translation>wird gesichert</translation>
    </message>
  </context>
  <context>
    <name>Batch</name>
    <message>
      <source>a fault in the program: {kind}</source>
      <translation>ein Fehler im Programm: {kind}</translation>
    </message>
    <message>
      <source>and {n} more, all in the custody log</source>
      <translation>und {n} weitere, alle im Gewahrsamsbuch</translation>
    </message>
  </context>
  <context>
    <name>BatchExamination</name>
    <message>
      <source>examining {name}</source>
      <translation>{name} wird untersucht</translation>
    </message>
    <message>
      <source>stopped before {n} more</source>
      <translation>vor {n} weiteren angehalten</translation>
    </message>
    <message>
      <source>{n} examined</source>
      <translation>{n} untersucht</translation>
    </message>
    <message>
      <source>{n} failed</source>
      <translation>{n} misslungen</translation>
    </message>
    <message>
      <source>{n} skipped, examined before</source>
      <translation>{n} übersprungen, schon untersucht</translation>
    </message>
  </context>
  <context>
    <name>BatchReceipt</name>
    <message>
      <source>, stopped before {n} more</source>
      <translation>, vor {n} weiteren angehalten</translation>
    </message>
    <message>
      <source>looking for files</source>
      <translation>Dateien werden gesucht</translation>
    </message>
    <message>
      <source>receiving {name}</source>
      <translation>{name} wird angenommen</translation>
    </message>
    <message>
      <source>{given} given: {received} received, {duplicates} already held, {refused} refused</source>
      <translation>{given} gegeben: {received} angenommen, {duplicates} schon vorhanden, {refused} abgelehnt</translation>
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message>
      <source>&amp;Search the worklist</source>
      <translation>Arbeitsliste durch&amp;suchen</translation>
    </message>
    <message>
      <source>By case</source>
      <translation>Nach Fall</translation>
    </message>
    <message>
      <source>By file</source>
      <translation>Nach Datei</translation>
    </message>
    <message>
      <source>By part and side</source>
      <translation>Nach Teil und Seite</translation>
    </message>
    <message>
      <source>By state</source>
      <translation>Nach Stand</translation>
    </message>
    <message>
      <source>Case, incident, part, side, file, state, quality or outcome; several words narrow it</source>
      <translation>Fall, Ereignis, Teil, Seite, Datei, Stand, Güte oder Ergebnis; mehrere Wörter grenzen ein</translation>
    </message>
    <message>
      <source>Estimate: indeterminate first</source>
      <translation>Schätzung: unbestimmte zuerst</translation>
    </message>
    <message>
      <source>Go to the search</source>
      <translation>Zur Suche</translation>
    </message>
    <message>
      <source>How the worklist is sorted; an estimate that is covered sorts as covered, last</source>
      <translation>Wie die Arbeitsliste geordnet ist; eine verdeckte Schätzung zählt als verdeckt und steht zuletzt</translation>
    </message>
    <message>
      <source>In the order of receipt</source>
      <translation>Nach Eingang</translation>
    </message>
    <message>
      <source>No radiographs yet: drop files or folders on the window, or press {files} for files, {folder} for a folder.</source>
      <translation>Noch keine Aufnahmen: Dateien oder Ordner auf das Fenster ziehen, oder {files} für Dateien, {folder} für einen Ordner drücken.</translation>
    </message>
    <message>
      <source>Order of the worklist</source>
      <translation>Ordnung der Arbeitsliste</translation>
    </message>
    <message>
      <source>Quality: findings first</source>
      <translation>Güte: Befunde zuerst</translation>
    </message>
    <message>
      <source>Radiographs: {shown} of {whole}</source>
      <translation>Aufnahmen: {shown} von {whole}</translation>
    </message>
    <message>
      <source>Reading the worklist …</source>
      <translation>Arbeitsliste wird gelesen …</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search the worklist</source>
      <translation>Arbeitsliste durchsuchen</translation>
    </message>
    <message>
      <source>Typicality: least typical first</source>
      <translation>Typizität: untypischste zuerst</translation>
    </message>
    <message>
      <source>Worklist</source>
      <translation>Arbeitsliste</translation>
    </message>
    <message>
      <source>cases without a radiograph: {n}</source>
      <translation>Fälle ohne Aufnahme: {n}</translation>
    </message>
  </context>
  <context>
    <name>ChooseDialog</name>
    <message>
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>Vergleichen mit</translation>
    </message>
    <message>
      <source>Radiographs to compare with</source>
      <translation>Aufnahmen zum Vergleich</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search the radiographs</source>
      <translation>Aufnahmen durchsuchen</translation>
    </message>
    <message>
      <source>Which radiograph shall stand beside this one? Those of the same case come first.</source>
      <translation>Welche Aufnahme soll neben dieser stehen? Die desselben Falls kommen zuerst.</translation>
    </message>
  </context>
  <context>
    <name>CompareClockDialog</name>
    <message>
      <source>&amp;Record the comparison</source>
      <translation>Vergleich &amp;festhalten</translation>
    </message>
    <message>
      <source>Both clocks show the same time.</source>
      <translation>Beide Uhren zeigen dieselbe Zeit.</translation>
    </message>
    <message>
      <source>By eye and key it is about a second</source>
      <translation>Mit Auge und Taste etwa eine Sekunde</translation>
    </message>
    <message>
      <source>Compare the clock</source>
      <translation>Uhr vergleichen</translation>
    </message>
    <message>
      <source>Compared by</source>
      <translation>Verglichen von</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>Unterschied</translation>
    </message>
    <message>
      <source>Difference of the two clocks</source>
      <translation>Unterschied der beiden Uhren</translation>
    </message>
    <message>
      <source>GPS receiver</source>
      <translation>GPS-Empfänger</translation>
    </message>
    <message>
      <source>How near the difference is known</source>
      <translation>Wie genau der Unterschied bekannt ist</translation>
    </message>
    <message>
      <source>It shows</source>
      <translation>Sie zeigt</translation>
    </message>
    <message>
      <source>It shows it &amp;now</source>
      <translation>Sie zeigt sie &amp;jetzt</translation>
    </message>
    <message>
      <source>Known within</source>
      <translation>Bekannt auf</translation>
    </message>
    <message>
      <source>Last time</source>
      <translation>Letztes Mal</translation>
    </message>
    <message>
      <source>Recorded: {comparison}.</source>
      <translation>Festgehalten: {comparison}.</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Vergleichsuhr</translation>
    </message>
    <message>
      <source>Reference clock</source>
      <translation>Vergleichsuhr</translation>
    </message>
    <message>
      <source>Say with which clock you compare.</source>
      <translation>Sagen Sie, mit welcher Uhr Sie vergleichen.</translation>
    </message>
    <message>
      <source>Take this moment; Enter in the field does it too</source>
      <translation>Diesen Augenblick nehmen; die Eingabetaste im Feld tut es auch</translation>
    </message>
    <message>
      <source>The last comparison</source>
      <translation>Der letzte Vergleich</translation>
    </message>
    <message>
      <source>The time that the reference shows</source>
      <translation>Die Zeit, die die Vergleichsuhr zeigt</translation>
    </message>
    <message>
      <source>This computer shows</source>
      <translation>Dieser Rechner zeigt</translation>
    </message>
    <message>
      <source>This computer's clock is {seconds} s ahead.</source>
      <translation>Die Uhr dieses Rechners geht {seconds} s vor.</translation>
    </message>
    <message>
      <source>This computer's clock is {seconds} s behind.</source>
      <translation>Die Uhr dieses Rechners geht {seconds} s nach.</translation>
    </message>
    <message>
      <source>This computer's time</source>
      <translation>Zeit dieses Rechners</translation>
    </message>
    <message>
      <source>This is no time. For example 14:05:00, or with its date 2026-11-05 14:05:00.</source>
      <translation>Das ist keine Zeit. Zum Beispiel 14:05:00, oder mit Datum 2026-11-05 14:05:00.</translation>
    </message>
    <message>
      <source>Time zone of the reference</source>
      <translation>Zeitzone der Vergleichsuhr</translation>
    </message>
    <message>
      <source>Type the reference's time, and press Enter when it shows it.</source>
      <translation>Geben Sie die Zeit der Vergleichsuhr ein und drücken Sie die Eingabetaste, wenn sie sie zeigt.</translation>
    </message>
    <message>
      <source>Type the time that the reference will show next, for example its next full minute, and press Enter at the moment when it shows it. Nothing is measured here but that moment: custody keeps what you saw, and each report prints it.</source>
      <translation>Geben Sie die Zeit ein, die das Vergleichsgerät als Nächstes zeigen wird, etwa seine nächste volle Minute, und drücken Sie die Eingabetaste in dem Augenblick, in dem es sie zeigt. Gemessen wird hier nur dieser Augenblick: das Gewahrsamsbuch hält fest, was Sie gesehen haben, und jeder Bericht druckt es.</translation>
    </message>
    <message>
      <source>Which clock it is, so that somebody else can find it: maker, kind, number</source>
      <translation>Welche Uhr es ist, damit andere sie finden: Hersteller, Art, Nummer</translation>
    </message>
    <message>
      <source>Who compared</source>
      <translation>Wer verglichen hat</translation>
    </message>
    <message>
      <source>claimed</source>
      <translation>behauptet</translation>
    </message>
    <message>
      <source>none is recorded</source>
      <translation>keiner ist festgehalten</translation>
    </message>
    <message>
      <source>radio clock</source>
      <translation>Funkuhr</translation>
    </message>
    <message>
      <source>recording the comparison</source>
      <translation>Vergleich wird festgehalten</translation>
    </message>
    <message>
      <source>telephone time service</source>
      <translation>Zeitansage</translation>
    </message>
    <message>
      <source>time server</source>
      <translation>Zeitserver</translation>
    </message>
    <message>
      <source>with her key</source>
      <translation>mit ihrem Schlüssel</translation>
    </message>
  </context>
  <context>
    <name>Comparing</name>
    <message>
      <source>opening {name}</source>
      <translation>{name} wird geöffnet</translation>
    </message>
  </context>
  <context>
    <name>ConclusionStep</name>
    <message>
      <source>&amp;Conclude</source>
      <translation>&amp;Schluss festhalten</translation>
    </message>
    <message>
      <source>3  Your conclusion</source>
      <translation>3  Ihre Schlussfolgerung</translation>
    </message>
    <message>
      <source>Basis</source>
      <translation>Grundlage</translation>
    </message>
    <message>
      <source>Basis of the conclusion</source>
      <translation>Grundlage der Schlussfolgerung</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>On what it rests, in your own words</source>
      <translation>Worauf sie beruht, in eigenen Worten</translation>
    </message>
    <message>
      <source>Opinion</source>
      <translation>Beurteilung</translation>
    </message>
    <message>
      <source>Record your conclusion</source>
      <translation>Ihre Schlussfolgerung festhalten</translation>
    </message>
    <message>
      <source>You have locked no observation: it will say “{words}”.</source>
      <translation>Sie haben keine Beobachtung gesperrt: darin wird stehen „{words}“.</translation>
    </message>
    <message>
      <source>Your conclusion so far</source>
      <translation>Ihre bisherige Schlussfolgerung</translation>
    </message>
    <message>
      <source>Your opinion of the sex</source>
      <translation>Ihre Beurteilung des Geschlechts</translation>
    </message>
  </context>
  <context>
    <name>ConfirmClockDialog</name>
    <message>
      <source>Confirm the clock</source>
      <translation>Uhr bestätigen</translation>
    </message>
    <message>
      <source>Confirmed; what was recorded at wrong times stays as it is.</source>
      <translation>Bestätigt; was zu falschen Zeiten festgehalten wurde, bleibt so.</translation>
    </message>
    <message>
      <source>Confirming the clock needs its reason in words.</source>
      <translation>Die Uhr zu bestätigen braucht eine Begründung in Worten.</translation>
    </message>
    <message>
      <source>If the clock is wrong now, set it right first, in the system's settings. If it is right now and was wrong before, say so here: reports can then be signed again. What was recorded at wrong times stays as it is, and verification notes it.</source>
      <translation>Geht die Uhr jetzt falsch, stellen Sie sie zuerst in den Einstellungen des Systems richtig. Geht sie jetzt richtig und ging vorher falsch, sagen Sie es hier: Berichte können dann wieder signiert werden. Was zu falschen Zeiten festgehalten wurde, bleibt so, und die Prüfung vermerkt es.</translation>
    </message>
    <message>
      <source>Nothing speaks against the clock at the moment.</source>
      <translation>Im Augenblick spricht nichts gegen die Uhr.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>The clock is &amp;right now</source>
      <translation>Die Uhr geht jetzt &amp;richtig</translation>
    </message>
    <message>
      <source>What speaks against the clock</source>
      <translation>Was gegen die Uhr spricht</translation>
    </message>
    <message>
      <source>With what the clock was compared</source>
      <translation>Womit die Uhr verglichen wurde</translation>
    </message>
    <message>
      <source>With what you compared it, and why it was wrong before</source>
      <translation>Womit Sie sie verglichen haben und warum sie vorher falsch ging</translation>
    </message>
    <message>
      <source>confirming the clock</source>
      <translation>Uhr wird bestätigt</translation>
    </message>
  </context>
  <context>
    <name>CorrectDialog</name>
    <message>
      <source>&amp;Correct</source>
      <translation>&amp;Berichtigen</translation>
    </message>
    <message>
      <source>A correction needs its reason.</source>
      <translation>Eine Berichtigung braucht ihren Grund.</translation>
    </message>
    <message>
      <source>Agency</source>
      <translation>Behörde</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Fall</translation>
    </message>
    <message>
      <source>Case that the radiograph belongs to</source>
      <translation>Fall, zu dem die Aufnahme gehört</translation>
    </message>
    <message>
      <source>Case {new} is of another incident: {incident}.</source>
      <translation>Fall {new} gehört zu einem anderen Ereignis: {incident}.</translation>
    </message>
    <message>
      <source>Case {number}, all its radiographs</source>
      <translation>Fall {number}, alle seine Aufnahmen</translation>
    </message>
    <message>
      <source>Check the number. A case is opened when something is received into it (Work, Receive files), or with `forensix case open`.</source>
      <translation>Nummer prüfen. Ein Fall wird eröffnet, wenn etwas in ihn angenommen wird (Arbeit, Dateien annehmen), oder mit `forensix case open`.</translation>
    </message>
    <message>
      <source>Condition</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Condition of the part, in words; the report states it</source>
      <translation>Zustand des Teils, in Worten; der Bericht nennt ihn</translation>
    </message>
    <message>
      <source>Correct {name}</source>
      <translation>{name} berichtigen</translation>
    </message>
    <message>
      <source>Label of the part</source>
      <translation>Bezeichnung des Teils</translation>
    </message>
    <message>
      <source>Laboratory or agency of the incident</source>
      <translation>Labor oder Behörde des Ereignisses</translation>
    </message>
    <message>
      <source>Nothing is changed yet.</source>
      <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
      <source>Nothing is erased: it is withdrawn from case {old}, where all that was done with it stays as history, and its file is received into case {new}, to be observed and examined there. Its other fields can be corrected there afterwards.</source>
      <translation>Nichts wird gelöscht: Sie wird aus Fall {old} zurückgezogen, wo alles, was mit ihr getan wurde, als Vorgeschichte bleibt, und ihre Datei wird in Fall {new} angenommen, um dort beobachtet und untersucht zu werden. Ihre übrigen Felder lassen sich danach dort berichtigen.</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number of the case</source>
      <translation>Nummer des Falls</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>Teil</translation>
    </message>
    <message>
      <source>Part and number of the case cannot be empty.</source>
      <translation>Teil und Nummer des Falls können nicht leer sein.</translation>
    </message>
    <message>
      <source>Radiograph and part</source>
      <translation>Aufnahme und Teil</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>Reason of the correction</source>
      <translation>Grund der Berichtigung</translation>
    </message>
    <message>
      <source>Received into the wrong case? Choose the right one.</source>
      <translation>In den falschen Fall angenommen? Den richtigen wählen.</translation>
    </message>
    <message>
      <source>Requested by</source>
      <translation>Beauftragt von</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>Seite</translation>
    </message>
    <message>
      <source>Side of the hand</source>
      <translation>Seite der Hand</translation>
    </message>
    <message>
      <source>The old value stays in custody beside the new one. A new side gives another reading: examine again afterwards. The report prints “not stated” where a field is empty.</source>
      <translation>Der alte Wert bleibt im Gewahrsam neben dem neuen. Eine andere Seite ergibt eine andere Lesung: danach erneut untersuchen. Wo ein Feld leer ist, steht im Bericht „not stated“.</translation>
    </message>
    <message>
      <source>There is no case {number} in this casebook.</source>
      <translation>In diesem Fallbuch gibt es keinen Fall {number}.</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Projektion</translation>
    </message>
    <message>
      <source>What another case means</source>
      <translation>Was ein anderer Fall bedeutet</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>Was fehlt</translation>
    </message>
    <message>
      <source>Who asked for the examination</source>
      <translation>Wer die Untersuchung beauftragt hat</translation>
    </message>
    <message>
      <source>Whose radiograph it is</source>
      <translation>Wessen Aufnahme es ist</translation>
    </message>
    <message>
      <source>Why the old value was wrong, or how the missing one became known</source>
      <translation>Warum der alte Wert falsch war, oder wie der fehlende bekannt wurde</translation>
    </message>
  </context>
  <context>
    <name>CountersignDialog</name>
    <message>
      <source>&amp;Countersign</source>
      <translation>&amp;Gegenzeichnen</translation>
    </message>
    <message>
      <source>Countersign version {n} of the report</source>
      <translation>Fassung {n} des Berichts gegenzeichnen</translation>
    </message>
    <message>
      <source>Opening the report …</source>
      <translation>Der Bericht wird geöffnet …</translation>
    </message>
    <message>
      <source>Sign this report as its reviewer; the file before your signature is kept too</source>
      <translation>Diesen Bericht als Zweituntersucherin signieren; die Datei vor Ihrer Signatur bleibt ebenfalls erhalten</translation>
    </message>
    <message>
      <source>The report cannot be shown.</source>
      <translation>Der Bericht kann nicht gezeigt werden.</translation>
    </message>
    <message>
      <source>The report records a review by {names}: who reviewed countersigns, in the words of that review.</source>
      <translation>Der Bericht hält eine Begutachtung durch {names} fest: wer begutachtet hat, zeichnet gegen, in den Worten dieser Begutachtung.</translation>
    </message>
    <message>
      <source>The report records no review: your signature says that you have seen it, not that you agree.</source>
      <translation>Der Bericht hält keine Begutachtung fest: Ihre Signatur sagt, dass Sie ihn gesehen haben, nicht, dass Sie zustimmen.</translation>
    </message>
    <message>
      <source>Version {n} was countersigned by {signer}.</source>
      <translation>Fassung {n} wurde von {signer} gegengezeichnet.</translation>
    </message>
    <message>
      <source>What your signature says</source>
      <translation>Was Ihre Signatur sagt</translation>
    </message>
    <message>
      <source>You work as {works}; this key is that of {signs}.</source>
      <translation>Sie arbeiten als {works}; dieser Schlüssel gehört {signs}.</translation>
    </message>
    <message>
      <source>opening the report</source>
      <translation>der Bericht wird geöffnet</translation>
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>&amp;Copy the report</source>
      <translation>Meldung &amp;kopieren</translation>
    </message>
    <message>
      <source>A fault in forensix</source>
      <translation>Ein Fehler in forensix</translation>
    </message>
    <message>
      <source>Report of the fault</source>
      <translation>Meldung des Fehlers</translation>
    </message>
    <message>
      <source>This is a fault in the program, not in your work. What was recorded in the casebook before it is kept. Copy the report and send it to whoever looks after forensix; check it for names first.</source>
      <translation>Das ist ein Fehler im Programm, nicht in Ihrer Arbeit. Was vorher im Fallbuch festgehalten wurde, bleibt. Kopieren Sie die Meldung und schicken Sie sie an die Stelle, die forensix betreut; prüfen Sie sie vorher auf Namen.</translation>
    </message>
  </context>
  <context>
    <name>CreateCasebookDialog</name>
    <message>
      <source>&amp;Blind first: an estimate stays covered until your own observation is locked</source>
      <translation>&amp;Zuerst blind: eine Schätzung bleibt verdeckt, bis die eigene Beobachtung gesperrt ist</translation>
    </message>
    <message>
      <source>&amp;Create</source>
      <translation>&amp;Anlegen</translation>
    </message>
    <message>
      <source>Choose another folder</source>
      <translation>Einen anderen Ordner wählen</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Create a casebook</source>
      <translation>Fallbuch anlegen</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Folder of the casebook</source>
      <translation>Ordner des Fallbuchs</translation>
    </message>
    <message>
      <source>Full name</source>
      <translation>Voller Name</translation>
    </message>
    <message>
      <source>Name the folder.</source>
      <translation>Nennen Sie den Ordner.</translation>
    </message>
    <message>
      <source>Qualification</source>
      <translation>Qualifikation</translation>
    </message>
    <message>
      <source>The custody log and every report say which way this was set; it cannot be changed later.</source>
      <translation>Das Gewahrsamsbuch und jeder Bericht sagen, wie dies gewählt war; später ist es nicht zu ändern.</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>Was fehlt</translation>
    </message>
    <message>
      <source>Your full name</source>
      <translation>Ihr voller Name</translation>
    </message>
    <message>
      <source>Your full name is missing.</source>
      <translation>Ihr voller Name fehlt.</translation>
    </message>
  </context>
  <context>
    <name>CustodyTab</name>
    <message>
      <source>&amp;Copy all</source>
      <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
      <source>Act</source>
      <translation>Handlung</translation>
    </message>
    <message>
      <source>Acts: {n}. Those of other cases are not shown, and the chain runs through them.</source>
      <translation>Handlungen: {n}. Die anderer Fälle werden nicht gezeigt, die Kette läuft durch sie hindurch.</translation>
    </message>
    <message>
      <source>Copy the whole timeline as text</source>
      <translation>Den ganzen Verlauf als Text kopieren</translation>
    </message>
    <message>
      <source>Custody of case {number}</source>
      <translation>Gewahrsam des Falls {number}</translation>
    </message>
    <message>
      <source>Custody timeline of the case</source>
      <translation>Gewahrsamsverlauf des Falls</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>The chosen act in full</source>
      <translation>Die gewählte Handlung in voller Länge</translation>
    </message>
    <message>
      <source>When (UTC)</source>
      <translation>Wann (UTC)</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
  </context>
  <context>
    <name>DiscloseDialog</name>
    <message>
      <source>&amp;Copy this</source>
      <translation>Dies &amp;kopieren</translation>
    </message>
    <message>
      <source>&amp;Sign its manifest, and with it the custody log up to now</source>
      <translation>Ihr Verzeichnis &amp;signieren, und damit das Gewahrsamsbuch bis jetzt</translation>
    </message>
    <message>
      <source>&amp;Write the disclosure</source>
      <translation>Offenlegung &amp;schreiben</translation>
    </message>
    <message>
      <source>Case {number} has no issued report to disclose; issue it first.</source>
      <translation>Fall {number} hat keinen ausgestellten Bericht, der offengelegt werden könnte; stellen Sie ihn zuerst aus.</translation>
    </message>
    <message>
      <source>Copy what is said here</source>
      <translation>Kopieren, was hier steht</translation>
    </message>
    <message>
      <source>Disclose case {number}</source>
      <translation>Fall {number} offenlegen</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Für</translation>
    </message>
    <message>
      <source>For whom the disclosure is made</source>
      <translation>Für wen die Offenlegung ist</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Enthält</translation>
    </message>
    <message>
      <source>Manifest signed by</source>
      <translation>Verzeichnis signiert von</translation>
    </message>
    <message>
      <source>Name of the disclosure</source>
      <translation>Name der Offenlegung</translation>
    </message>
    <message>
      <source>One zip: every version of the report and every signed file, the records, the custody log with the acts of other cases as bare hashes, the model's card and evaluation, the public certificates, and the programs that check all this. It is checked here first, as the other side will. Custody records it.</source>
      <translation>Ein Zip: jede Fassung des Berichts und jede signierte Datei, die Protokolle, das Gewahrsamsbuch mit den Handlungen anderer Fälle als bloßen Hashwerten, Karte und Auswertung des Modells, die öffentlichen Zertifikate und die Programme, die all das prüfen. Es wird zuerst hier geprüft, wie die andere Seite es tun wird. Das Gewahrsamsbuch hält es fest.</translation>
    </message>
    <message>
      <source>Originals</source>
      <translation>Originale</translation>
    </message>
    <message>
      <source>SHA-256 of the zip</source>
      <translation>SHA-256 des Zips</translation>
    </message>
    <message>
      <source>Signature</source>
      <translation>Signatur</translation>
    </message>
    <message>
      <source>Tell the other side these numbers by another way than the zip, by telephone or on paper:</source>
      <translation>Nennen Sie der anderen Seite diese Zahlen auf anderem Weg als dem Zip, am Telefon oder auf Papier:</translation>
    </message>
    <message>
      <source>They check it without forensix, with Python 3.11 or later, as README.txt in the zip says:</source>
      <translation>Sie prüfen es ohne forensix, mit Python 3.11 oder neuer, wie README.txt im Zip sagt:</translation>
    </message>
    <message>
      <source>What was written, and how it is checked</source>
      <translation>Was geschrieben wurde und wie es geprüft wird</translation>
    </message>
    <message>
      <source>Whether the originals go with it</source>
      <translation>Ob die Originale mitgehen</translation>
    </message>
    <message>
      <source>Written, and accepted here by the program that the other side runs. Checks passed: {n}.</source>
      <translation>Geschrieben, und hier von dem Programm angenommen, das die andere Seite ausführt. Bestandene Prüfungen: {n}.</translation>
    </message>
    <message>
      <source>kept in custody; later disclosures of this case show it</source>
      <translation>im Gewahrsamsbuch; spätere Offenlegungen des Falls zeigen es</translation>
    </message>
    <message>
      <source>manifest: {sha256}</source>
      <translation>Verzeichnis: {sha256}</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>niemandem</translation>
    </message>
    <message>
      <source>only the SHA-256 of each radiograph</source>
      <translation>nur die SHA-256 jeder Aufnahme</translation>
    </message>
    <message>
      <source>root certificate: {sha256}</source>
      <translation>Wurzelzertifikat: {sha256}</translation>
    </message>
    <message>
      <source>the radiographs as they were received</source>
      <translation>die Aufnahmen, wie sie angenommen wurden</translation>
    </message>
    <message>
      <source>writing the disclosure</source>
      <translation>Offenlegung wird geschrieben</translation>
    </message>
    <message>
      <source>{files} files, {size} MB</source>
      <translation>{files} Dateien, {size} MB</translation>
    </message>
  </context>
  <context>
    <name>DoctorDialog</name>
    <message>
      <source>&amp;Copy this</source>
      <translation>Dies &amp;kopieren</translation>
    </message>
    <message>
      <source>&amp;Look again</source>
      <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
      <source>Copy what is said here</source>
      <translation>Kopieren, was hier steht</translation>
    </message>
    <message>
      <source>Is this computer ready?</source>
      <translation>Ist dieser Rechner bereit?</translation>
    </message>
    <message>
      <source>Looking …</source>
      <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
      <source>This computer is ready.</source>
      <translation>Dieser Rechner ist bereit.</translation>
    </message>
    <message>
      <source>To be put right first: {n}.</source>
      <translation>Zuerst in Ordnung zu bringen: {n}.</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Was gefunden wurde</translation>
    </message>
    <message>
      <source>Whether this computer is ready</source>
      <translation>Ob dieser Rechner bereit ist</translation>
    </message>
    <message>
      <source>looking at this computer</source>
      <translation>Rechner wird geprüft</translation>
    </message>
  </context>
  <context>
    <name>Doors</name>
    <message>
      <source>Open a casebook</source>
      <translation>Fallbuch öffnen</translation>
    </message>
    <message>
      <source>making the casebook</source>
      <translation>das Fallbuch wird angelegt</translation>
    </message>
    <message>
      <source>making the demonstration</source>
      <translation>die Vorführung wird angelegt</translation>
    </message>
    <message>
      <source>opening the casebook</source>
      <translation>das Fallbuch wird geöffnet</translation>
    </message>
  </context>
  <context>
    <name>EstimateStep</name>
    <message>
      <source>&amp;Examine</source>
      <translation>&amp;Untersuchen</translation>
    </message>
    <message>
      <source>2  The estimate</source>
      <translation>2  Die Schätzung</translation>
    </message>
    <message>
      <source>As an exhibit only: </source>
      <translation>Nur zur Anschauung: </translation>
    </message>
    <message>
      <source>Examined. The estimate is covered until you reveal it.</source>
      <translation>Untersucht. Die Schätzung ist verdeckt, bis Sie sie aufdecken.</translation>
    </message>
    <message>
      <source>Examined. The estimate is covered until your own observation is locked.</source>
      <translation>Untersucht. Die Schätzung ist verdeckt, bis Ihre eigene Beobachtung gesperrt ist.</translation>
    </message>
    <message>
      <source>In English, as the report prints it. It means: {means}</source>
      <translation>Englisch, wie der Bericht es druckt. Gemeint ist: {means}</translation>
    </message>
    <message>
      <source>Likelihood ratio</source>
      <translation>Likelihood-Verhältnis</translation>
    </message>
    <message>
      <source>Limitations</source>
      <translation>Einschränkungen</translation>
    </message>
    <message>
      <source>Model and path</source>
      <translation>Modell und Rechenweg</translation>
    </message>
    <message>
      <source>Not examined yet.</source>
      <translation>Noch nicht untersucht.</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Posterior at the prior</source>
      <translation>A-posteriori-Wahrscheinlichkeit beim A-priori-Wert</translation>
    </message>
    <message>
      <source>Prior of male</source>
      <translation>A-priori männlich</translation>
    </message>
    <message>
      <source>Prior probability of male, to see what would change; the record keeps its own</source>
      <translation>A-priori-Wahrscheinlichkeit für männlich, um zu sehen, was sich ändern würde; das Festgehaltene bleibt</translation>
    </message>
    <message>
      <source>Re&amp;veal the estimate</source>
      <translation>Schätzung auf&amp;decken</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>Run the network on the selected radiographs; the estimate stays covered</source>
      <translation>Das Netz auf die gewählten Aufnahmen anwenden; die Schätzung bleibt verdeckt</translation>
    </message>
    <message>
      <source>Show the estimate; the custody log records when</source>
      <translation>Die Schätzung zeigen; das Gewahrsamsbuch hält fest, wann</translation>
    </message>
    <message>
      <source>Skeletal age</source>
      <translation>Skelettalter</translation>
    </message>
    <message>
      <source>State of the estimate</source>
      <translation>Stand der Schätzung</translation>
    </message>
    <message>
      <source>Typicality</source>
      <translation>Typizität</translation>
    </message>
    <message>
      <source>Verbal equivalent</source>
      <translation>Ausdruck in Worten</translation>
    </message>
    <message>
      <source>What another prior would change</source>
      <translation>Was ein anderer A-priori-Wert ändern würde</translation>
    </message>
    <message>
      <source>What the verbal equivalent means</source>
      <translation>Was der Ausdruck in Worten bedeutet</translation>
    </message>
    <message>
      <source>run {n}</source>
      <translation>Lauf {n}</translation>
    </message>
    <message>
      <source>under the site record of {site}</source>
      <translation>unter dem Nachweis der Stelle {site}</translation>
    </message>
  </context>
  <context>
    <name>EstimateStrip</name>
    <message>
      <source>Likelihood ratio from female to male</source>
      <translation>Likelihood-Verhältnis von weiblich bis männlich</translation>
    </message>
    <message>
      <source>female</source>
      <translation>weiblich</translation>
    </message>
    <message>
      <source>log10 likelihood ratio {value}; decides female below {female} and male above {male}; bound {low} to {high}.</source>
      <translation>log10 des Likelihood-Verhältnisses {value}; entscheidet weiblich unter {female} und männlich über {male}; Schranken {low} bis {high}.</translation>
    </message>
    <message>
      <source>male</source>
      <translation>männlich</translation>
    </message>
  </context>
  <context>
    <name>ExaminationPanel</name>
    <message>
      <source>Choose a radiograph in the list first.</source>
      <translation>Wählen Sie zuerst in der Liste eine Aufnahme.</translation>
    </message>
    <message>
      <source>Examination</source>
      <translation>Untersuchung</translation>
    </message>
    <message>
      <source>locking the observation</source>
      <translation>die Beobachtung wird gesperrt</translation>
    </message>
    <message>
      <source>no radiograph</source>
      <translation>keine Aufnahme</translation>
    </message>
    <message>
      <source>recording the conclusion</source>
      <translation>die Schlussfolgerung wird festgehalten</translation>
    </message>
    <message>
      <source>recording the review</source>
      <translation>die Begutachtung wird festgehalten</translation>
    </message>
    <message>
      <source>revealing</source>
      <translation>es wird aufgedeckt</translation>
    </message>
    <message>
      <source>“{what}” cannot be done here as things stand. {key} goes to the step that waits for you.</source>
      <translation>„{what}“ geht hier so nicht. {key} führt zum Schritt, der auf Sie wartet.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>&amp;Export</source>
      <translation>&amp;Ausgeben</translation>
    </message>
    <message>
      <source>&amp;I have looked at every radiograph of the case: nothing written in a picture tells whose it is</source>
      <translation>&amp;Ich habe jede Aufnahme des Falls angesehen: nichts im Bild Geschriebenes sagt, von wem es ist</translation>
    </message>
    <message>
      <source>As</source>
      <translation>Als</translation>
    </message>
    <message>
      <source>As what</source>
      <translation>Als was</translation>
    </message>
    <message>
      <source>DICOM is written of one case at a time.</source>
      <translation>DICOM wird von je einem Fall geschrieben.</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Ausgeben</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Files written: {n}; the first is {file}.</source>
      <translation>Geschriebene Dateien: {n}; die erste ist {file}.</translation>
    </message>
    <message>
      <source>Left out: {reason}</source>
      <translation>Ausgelassen: {reason}</translation>
    </message>
    <message>
      <source>Name of the export</source>
      <translation>Name der Ausgabe</translation>
    </message>
    <message>
      <source>Names can be written in the picture itself, where no program looks for them: look, and say so.</source>
      <translation>Namen können im Bild selbst stehen, wo kein Programm sie sucht: sehen Sie nach und sagen Sie es.</translation>
    </message>
    <message>
      <source>One row for each radiograph. An estimate that you may not see yet is written as “covered”.</source>
      <translation>Eine Zeile je Aufnahme. Eine Schätzung, die Sie noch nicht sehen dürfen, steht als „covered“ da.</translation>
    </message>
    <message>
      <source>Only of radiographs whose estimate you may see.</source>
      <translation>Nur von Aufnahmen, deren Schätzung Sie sehen dürfen.</translation>
    </message>
    <message>
      <source>Several get -1, -2 behind the name. The list of changes lies beside them; the originals stay.</source>
      <translation>Mehrere bekommen -1, -2 hinter den Namen. Die Liste der Änderungen liegt daneben; die Originale bleiben.</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>What is exported</source>
      <translation>Was ausgegeben wird</translation>
    </message>
    <message>
      <source>What is written</source>
      <translation>Was geschrieben wird</translation>
    </message>
    <message>
      <source>Written to {file}; rows: {n}.</source>
      <translation>Nach {file} geschrieben; Zeilen: {n}.</translation>
    </message>
    <message>
      <source>all cases of the incident {name}</source>
      <translation>alle Fälle des Ereignisses {name}</translation>
    </message>
    <message>
      <source>case {number}</source>
      <translation>Fall {number}</translation>
    </message>
    <message>
      <source>de-identified copies of the radiographs (DICOM)</source>
      <translation>Kopien der Aufnahmen ohne Personenangaben (DICOM)</translation>
    </message>
    <message>
      <source>estimates as structured reports (DICOM SR)</source>
      <translation>Schätzungen als strukturierte Berichte (DICOM SR)</translation>
    </message>
    <message>
      <source>exporting</source>
      <translation>wird ausgegeben</translation>
    </message>
    <message>
      <source>radiographs with their heatmap (DICOM)</source>
      <translation>Aufnahmen mit ihrem Wärmebild (DICOM)</translation>
    </message>
    <message>
      <source>table for a program (JSON)</source>
      <translation>Tabelle für ein Programm (JSON)</translation>
    </message>
    <message>
      <source>table for a spreadsheet (CSV)</source>
      <translation>Tabelle für eine Tabellenkalkulation (CSV)</translation>
    </message>
  </context>
  <context>
    <name>FirstStart</name>
    <message>
      <source>&amp;Open a casebook</source>
      <translation>Fallbuch &amp;öffnen</translation>
    </message>
    <message>
      <source>&amp;Quick look at a file</source>
      <translation>&amp;Kurzer Blick auf eine Datei</translation>
    </message>
    <message>
      <source>A folder on this computer for cases, originals, reports and the custody log.</source>
      <translation>Ein Ordner auf diesem Rechner für Fälle, Originale, Berichte und das Gewahrsamsbuch.</translation>
    </message>
    <message>
      <source>C&amp;reate a casebook</source>
      <translation>Fallbuch an&amp;legen</translation>
    </message>
    <message>
      <source>Go on with a casebook folder that exists.</source>
      <translation>Mit einem vorhandenen Fallbuch weiterarbeiten.</translation>
    </message>
    <message>
      <source>Open the &amp;demonstration</source>
      <translation>&amp;Vorführung öffnen</translation>
    </message>
    <message>
      <source>Radiograph, estimate and heatmap at once. Not evidence; nothing is kept.</source>
      <translation>Aufnahme, Schätzung und Wärmebild sofort. Kein Beweismittel; nichts wird behalten.</translation>
    </message>
    <message>
      <source>Research use; the models that ship were validated on children and young people only, not on adults.</source>
      <translation>Für die Forschung; die mitgelieferten Modelle wurden nur an Kindern und Jugendlichen validiert, nicht an Erwachsenen.</translation>
    </message>
    <message>
      <source>Sex estimation from hand radiographs, with custody and signed reports. Nothing leaves this computer.</source>
      <translation>Geschlechtsschätzung aus Handröntgenaufnahmen, mit Gewahrsam und signierten Berichten. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
      <source>The whole job on made-up radiographs, from receipt to a signed report. About a minute.</source>
      <translation>Die ganze Arbeit an künstlichen Aufnahmen, von der Annahme bis zum signierten Bericht. Etwa eine Minute.</translation>
    </message>
  </context>
  <context>
    <name>HeatmapStep</name>
    <message>
      <source>Checks of the heatmap</source>
      <translation>Prüfungen des Wärmebilds</translation>
    </message>
    <message>
      <source>Explains</source>
      <translation>Erklärt</translation>
    </message>
    <message>
      <source>Female</source>
      <translation>Weiblich</translation>
    </message>
    <message>
      <source>Heatmap for {what}</source>
      <translation>Wärmebild für {what}</translation>
    </message>
    <message>
      <source>Lay this heatmap over the radiograph and show its checks</source>
      <translation>Dieses Wärmebild über die Aufnahme legen und seine Prüfungen zeigen</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Schicht</translation>
    </message>
    <message>
      <source>Make &amp;heatmaps</source>
      <translation>&amp;Wärmebilder erstellen</translation>
    </message>
    <message>
      <source>Make these heatmaps with their checks; the custody log keeps that they were made</source>
      <translation>Diese Wärmebilder mit ihren Prüfungen erstellen; das Gewahrsamsbuch hält fest, dass sie erstellt wurden</translation>
    </message>
    <message>
      <source>Male</source>
      <translation>Männlich</translation>
    </message>
    <message>
      <source>Male and female, side by side</source>
      <translation>Männlich und weiblich, nebeneinander</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Methode</translation>
    </message>
    <message>
      <source>No heatmap was made.</source>
      <translation>Es wurde kein Wärmebild erstellt.</translation>
    </message>
    <message>
      <source>Skeletal age, towards older</source>
      <translation>Skelettalter, in Richtung älter</translation>
    </message>
    <message>
      <source>The heatmap</source>
      <translation>Das Wärmebild</translation>
    </message>
    <message>
      <source>This map is being checked.</source>
      <translation>Diese Karte wird geprüft.</translation>
    </message>
    <message>
      <source>This map was not checked.</source>
      <translation>Diese Karte wurde nicht geprüft.</translation>
    </message>
    <message>
      <source>What the heatmap is</source>
      <translation>Was das Wärmebild ist</translation>
    </message>
    <message>
      <source>What the method does</source>
      <translation>Was die Methode tut</translation>
    </message>
    <message>
      <source>Where the network responded; not proof of the cause. A map that fails a check should not be argued from.</source>
      <translation>Wo das Netz reagierte; kein Beweis der Ursache. Auf eine Karte, die eine Prüfung nicht besteht, soll man sich nicht stützen.</translation>
    </message>
    <message>
      <source>checking the heatmap</source>
      <translation>das Wärmebild wird geprüft</translation>
    </message>
    <message>
      <source>checks failed:
{n} of {whole}</source>
      <translation>nicht bestanden:
{n} von {whole}</translation>
    </message>
    <message>
      <source>last one with a place</source>
      <translation>letzte mit Ortsbezug</translation>
    </message>
    <message>
      <source>making heatmaps</source>
      <translation>Wärmebilder werden erstellt</translation>
    </message>
    <message>
      <source>no map</source>
      <translation>keine Karte</translation>
    </message>
    <message>
      <source>{what} of further heatmaps</source>
      <translation>{what} weiterer Wärmebilder</translation>
    </message>
  </context>
  <context>
    <name>Histogram</name>
    <message>
      <source>Histogram and window</source>
      <translation>Histogramm und Fenster</translation>
    </message>
    <message>
      <source>Pixels by brightness, logarithmic; drag the window's edges or its middle (arrow keys: move, widen, narrow the window)</source>
      <translation>Pixel nach Helligkeit, logarithmisch; Kanten oder Mitte des Fensters ziehen (Pfeiltasten: Fenster verschieben, weiten, verengen)</translation>
    </message>
    <message>
      <source>window {low} to {high}</source>
      <translation>Fenster {low} bis {high}</translation>
    </message>
  </context>
  <context>
    <name>IdentitiesDialog</name>
    <message>
      <source>&amp;Do it</source>
      <translation>&amp;Ausführen</translation>
    </message>
    <message>
      <source>A card cannot hold the site's time-stamp service.</source>
      <translation>Eine Karte kann den Zeitstempeldienst der Stelle nicht enthalten.</translation>
    </message>
    <message>
      <source>Again</source>
      <translation>Noch einmal</translation>
    </message>
    <message>
      <source>Authority</source>
      <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
      <source>Choose the identity in the list; a replaced certificate stays as it is.</source>
      <translation>Wählen Sie die Identität in der Liste; ein ersetztes Zertifikat bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>Do</source>
      <translation>Tun</translation>
    </message>
    <message>
      <source>For a certificate that expired, or a passphrase that is lost: type the new one. A card keeps its key.</source>
      <translation>Für ein abgelaufenes Zertifikat oder eine verlorene Passphrase: geben Sie die neue ein. Eine Karte behält ihren Schlüssel.</translation>
    </message>
    <message>
      <source>Her reports are then time-stamped by the service. Type the passphrase that opens her identity.</source>
      <translation>Ihre Berichte werden dann vom Dienst zeitgestempelt. Geben Sie die Passphrase ein, die ihre Identität öffnet.</translation>
    </message>
    <message>
      <source>Identities</source>
      <translation>Identitäten</translation>
    </message>
    <message>
      <source>Identities and their certificates</source>
      <translation>Identitäten und ihre Zertifikate</translation>
    </message>
    <message>
      <source>It signs nothing any more; what was signed before, and stored, stands. It cannot be undone.</source>
      <translation>Sie signiert nichts mehr; was vorher signiert und verwahrt wurde, gilt weiter. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nobody signs without a list that holds; it is good for another 30 days then.</source>
      <translation>Niemand signiert ohne gültige Liste; sie gilt dann weitere 30 Tage.</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Passphrase of the identity</source>
      <translation>Passphrase der Identität</translation>
    </message>
    <message>
      <source>Passphrase of the site authority</source>
      <translation>Passphrase der Zertifizierungsstelle</translation>
    </message>
    <message>
      <source>Renew the revocation list now: after {day} nobody can sign.</source>
      <translation>Erneuern Sie die Sperrliste jetzt: nach {day} kann niemand signieren.</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <source>Serial</source>
      <translation>Seriennummer</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>The PIN of the card is needed.</source>
      <translation>Die PIN der Karte wird gebraucht.</translation>
    </message>
    <message>
      <source>The identity of {name} is renewed.</source>
      <translation>Die Identität von {name} ist erneuert.</translation>
    </message>
    <message>
      <source>The identity of {name} is revoked for good.</source>
      <translation>Die Identität von {name} ist endgültig gesperrt.</translation>
    </message>
    <message>
      <source>The new passphrase is needed, the same twice.</source>
      <translation>Die neue Passphrase wird gebraucht, zweimal dieselbe.</translation>
    </message>
    <message>
      <source>The passphrase of the identity is needed.</source>
      <translation>Die Passphrase der Identität wird gebraucht.</translation>
    </message>
    <message>
      <source>The revocation list is good for another 30 days.</source>
      <translation>Die Sperrliste gilt weitere 30 Tage.</translation>
    </message>
    <message>
      <source>The revocation list is good until {day}; without it nobody can sign.</source>
      <translation>Die Sperrliste gilt bis {day}; ohne sie kann niemand signieren.</translation>
    </message>
    <message>
      <source>The revocation list ran out on {day}: nobody can sign until it is renewed.</source>
      <translation>Die Sperrliste ist am {day} abgelaufen: niemand kann signieren, bis sie erneuert ist.</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
      <source>The site authority needs its passphrase.</source>
      <translation>Die Zertifizierungsstelle braucht ihre Passphrase.</translation>
    </message>
    <message>
      <source>There is no site authority yet: the first signing identity makes it.</source>
      <translation>Es gibt noch keine Zertifizierungsstelle: die erste Signaturidentität legt sie an.</translation>
    </message>
    <message>
      <source>Time-stamp service until {day}.</source>
      <translation>Zeitstempeldienst bis {day}.</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Bis</translation>
    </message>
    <message>
      <source>Until when anybody can sign</source>
      <translation>Bis wann signiert werden kann</translation>
    </message>
    <message>
      <source>What the authority is asked for</source>
      <translation>Worum die Zertifizierungsstelle gebeten wird</translation>
    </message>
    <message>
      <source>What this act does</source>
      <translation>Was diese Handlung bewirkt</translation>
    </message>
    <message>
      <source>asking the site authority</source>
      <translation>Zertifizierungsstelle wird gebeten</translation>
    </message>
    <message>
      <source>hand the time-stamp service to this identity</source>
      <translation>dieser Identität den Zeitstempeldienst geben</translation>
    </message>
    <message>
      <source>renew the revocation list</source>
      <translation>die Sperrliste erneuern</translation>
    </message>
    <message>
      <source>renew this identity: a new key and certificate</source>
      <translation>diese Identität erneuern: neuer Schlüssel, neues Zertifikat</translation>
    </message>
    <message>
      <source>revoke this identity, for good</source>
      <translation>diese Identität sperren, endgültig</translation>
    </message>
    <message>
      <source>{name} holds the time-stamp service now.</source>
      <translation>{name} hat jetzt den Zeitstempeldienst.</translation>
    </message>
  </context>
  <context>
    <name>IdentityDialog</name>
    <message>
      <source>&amp;Create</source>
      <translation>&amp;Anlegen</translation>
    </message>
    <message>
      <source>A card cannot hold the service: its signatures carry the time of this computer's clock.</source>
      <translation>Eine Karte kann den Dienst nicht enthalten: ihre Signaturen tragen die Zeit der Uhr dieses Rechners.</translation>
    </message>
    <message>
      <source>Again</source>
      <translation>Noch einmal</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>Choose the module's file</source>
      <translation>Die Datei des Moduls wählen</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Full name</source>
      <translation>Voller Name</translation>
    </message>
    <message>
      <source>Her own passphrase</source>
      <translation>Ihre eigene Passphrase</translation>
    </message>
    <message>
      <source>Her own passphrase is needed, the same twice.</source>
      <translation>Ihre eigene Passphrase ist nötig, zweimal dieselbe.</translation>
    </message>
    <message>
      <source>Its own key then signs the time of each signature, which it takes from this computer's clock.</source>
      <translation>Sein eigener Schlüssel signiert dann die Zeit jeder Signatur, die er von der Uhr dieses Rechners nimmt.</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Verwahrt</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Schlüssel</translation>
    </message>
    <message>
      <source>Label of the card</source>
      <translation>Bezeichnung der Karte</translation>
    </message>
    <message>
      <source>Label of the key on the card</source>
      <translation>Bezeichnung des Schlüssels auf der Karte</translation>
    </message>
    <message>
      <source>Module</source>
      <translation>Modul</translation>
    </message>
    <message>
      <source>Name of the site</source>
      <translation>Name der Stelle</translation>
    </message>
    <message>
      <source>Name the module of the card's maker, and the card.</source>
      <translation>Das Modul des Kartenherstellers nennen, und die Karte.</translation>
    </message>
    <message>
      <source>Name the site.</source>
      <translation>Die Stelle benennen.</translation>
    </message>
    <message>
      <source>New signing identity</source>
      <translation>Neue Signaturidentität</translation>
    </message>
    <message>
      <source>Nobody can recover a passphrase; several words are easier to keep than signs.</source>
      <translation>Niemand kann eine Passphrase wiederherstellen; mehrere Wörter behält man leichter als Zeichen.</translation>
    </message>
    <message>
      <source>PIN</source>
      <translation>PIN</translation>
    </message>
    <message>
      <source>PIN of the card</source>
      <translation>PIN der Karte</translation>
    </message>
    <message>
      <source>PKCS#11 module</source>
      <translation>PKCS#11-Modul</translation>
    </message>
    <message>
      <source>PKCS#11 module of the card's maker</source>
      <translation>PKCS#11-Modul des Kartenherstellers</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Passphrase of the site authority</source>
      <translation>Passphrase der Zertifizierungsstelle</translation>
    </message>
    <message>
      <source>Qualification</source>
      <translation>Qualifikation</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <source>Say who signs.</source>
      <translation>Sagen, wer signiert.</translation>
    </message>
    <message>
      <source>Signing key</source>
      <translation>Signaturschlüssel</translation>
    </message>
    <message>
      <source>Site</source>
      <translation>Stelle</translation>
    </message>
    <message>
      <source>Site authority</source>
      <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
      <source>The PIN of the card is needed: it shows that it holds the key.</source>
      <translation>Die PIN der Karte ist nötig: sie zeigt, dass sie den Schlüssel enthält.</translation>
    </message>
    <message>
      <source>The card cannot be used as it is.</source>
      <translation>Die Karte ist so nicht zu gebrauchen.</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
      <source>The site authority needs its passphrase, the same twice when it is new.</source>
      <translation>Die Zertifizierungsstelle braucht ihre Passphrase; ist sie neu, zweimal dieselbe.</translation>
    </message>
    <message>
      <source>The site's own certificate authority issues every identity of this casebook. Its passphrase is needed for each one.</source>
      <translation>Die eigene Zertifizierungsstelle stellt jede Identität dieses Fallbuchs aus. Für jede ist ihre Passphrase nötig.</translation>
    </message>
    <message>
      <source>This module finds no card. Put the card into the reader, then choose the module again.</source>
      <translation>Dieses Modul findet keine Karte. Die Karte in den Leser stecken, dann das Modul erneut wählen.</translation>
    </message>
    <message>
      <source>This site has the service; a new identity holds it.</source>
      <translation>Diese Stelle hat den Dienst; eine neue Identität enthält ihn.</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>Was fehlt</translation>
    </message>
    <message>
      <source>Where the key is kept</source>
      <translation>Wo der Schlüssel verwahrt ist</translation>
    </message>
    <message>
      <source>Who signs</source>
      <translation>Wer signiert</translation>
    </message>
    <message>
      <source>With the site's &amp;time-stamp service</source>
      <translation>Mit dem &amp;Zeitstempeldienst der Stelle</translation>
    </message>
    <message>
      <source>empty where the card holds one signing key</source>
      <translation>leer, wenn die Karte nur einen Signaturschlüssel enthält</translation>
    </message>
    <message>
      <source>for example the laboratory, or the mortuary</source>
      <translation>zum Beispiel das Labor oder die Leichenhalle</translation>
    </message>
    <message>
      <source>in a file, under a passphrase</source>
      <translation>in einer Datei, unter einer Passphrase</translation>
    </message>
    <message>
      <source>looking for cards</source>
      <translation>Karten werden gesucht</translation>
    </message>
    <message>
      <source>making an identity</source>
      <translation>eine Identität wird erstellt</translation>
    </message>
    <message>
      <source>on a smart card (PKCS#11)</source>
      <translation>auf einer Chipkarte (PKCS#11)</translation>
    </message>
    <message>
      <source>the maker's library: .so, .dll or .dylib</source>
      <translation>die Bibliothek des Herstellers: .so, .dll oder .dylib</translation>
    </message>
  </context>
  <context>
    <name>KeyChoice</name>
    <message>
      <source>Identities</source>
      <translation>Identitäten</translation>
    </message>
    <message>
      <source>Identity</source>
      <translation>Identität</translation>
    </message>
    <message>
      <source>Identity file</source>
      <translation>Identitätsdatei</translation>
    </message>
    <message>
      <source>Identity that signs</source>
      <translation>Identität, die signiert</translation>
    </message>
    <message>
      <source>Other &amp;file …</source>
      <translation>Andere &amp;Datei …</translation>
    </message>
    <message>
      <source>PIN of the card</source>
      <translation>PIN der Karte</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Passphrase of the identity</source>
      <translation>Passphrase der Identität</translation>
    </message>
    <message>
      <source>Sign with an identity file from elsewhere</source>
      <translation>Mit einer Identitätsdatei von anderswo signieren</translation>
    </message>
    <message>
      <source>The PIN of the card is needed.</source>
      <translation>Die PIN der Karte wird gebraucht.</translation>
    </message>
    <message>
      <source>The card cannot be used as it is.</source>
      <translation>Die Karte ist so nicht zu gebrauchen.</translation>
    </message>
    <message>
      <source>The passphrase of the identity is needed.</source>
      <translation>Die Passphrase der Identität wird gebraucht.</translation>
    </message>
    <message>
      <source>There is no signing identity at hand: make one, or name another file.</source>
      <translation>Keine Signaturidentität zur Hand: legen Sie eine an oder nennen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>{name} (card)</source>
      <translation>{name} (Karte)</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Close all the same?</source>
      <translation>Trotzdem schließen?</translation>
    </message>
    <message>
      <source>Drop hand radiographs here: DICOM, PNG, TIFF, JPEG, WebP, folders or zip files.</source>
      <translation>Handröntgenaufnahmen hierher ziehen: DICOM, PNG, TIFF, JPEG, WebP, Ordner oder Zip-Dateien.</translation>
    </message>
    <message>
      <source>Opening {name} …</source>
      <translation>{name} wird geöffnet …</translation>
    </message>
    <message>
      <source>SYNTHETIC: made-up radiographs; the estimates mean nothing</source>
      <translation>SYNTHETISCH: künstliche Aufnahmen; die Schätzungen bedeuten nichts</translation>
    </message>
    <message>
      <source>Say who works, and the radiographs open: File, Who works.</source>
      <translation>Sagen Sie, wer arbeitet, dann öffnen sich die Aufnahmen: Datei, Wer arbeitet.</translation>
    </message>
    <message>
      <source>This radiograph cannot be shown.</source>
      <translation>Diese Aufnahme kann nicht gezeigt werden.</translation>
    </message>
    <message>
      <source>What you have typed is not locked yet.</source>
      <translation>Was Sie getippt haben, ist noch nicht gesperrt.</translation>
    </message>
    <message>
      <source>Work is going on; it stops after the item at work, and the next start offers the rest of a batch.</source>
      <translation>Es wird noch gearbeitet; nach dem laufenden Stück wird angehalten, und der nächste Start bietet den Rest eines Stapels an.</translation>
    </message>
    <message>
      <source>loading the network</source>
      <translation>das Netz wird geladen</translation>
    </message>
    <message>
      <source>opening {name}</source>
      <translation>{name} wird geöffnet</translation>
    </message>
  </context>
  <context>
    <name>MarkPen</name>
    <message>
      <source>Text of the mark</source>
      <translation>Text der Marke</translation>
    </message>
    <message>
      <source>Text, then Return</source>
      <translation>Text, dann Eingabetaste</translation>
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message>
      <source>angle</source>
      <translation>Winkel</translation>
    </message>
    <message>
      <source>arrow</source>
      <translation>Pfeil</translation>
    </message>
    <message>
      <source>keeping the mark</source>
      <translation>die Marke wird behalten</translation>
    </message>
    <message>
      <source>ruler</source>
      <translation>Lineal</translation>
    </message>
    <message>
      <source>text</source>
      <translation>Text</translation>
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>&amp;About forensix</source>
      <translation>&amp;Über forensix</translation>
    </message>
    <message>
      <source>&amp;Back up</source>
      <translation>&amp;Sichern</translation>
    </message>
    <message>
      <source>&amp;Casebook</source>
      <translation>&amp;Fallbuch</translation>
    </message>
    <message>
      <source>&amp;Conclude</source>
      <translation>&amp;Schluss festhalten</translation>
    </message>
    <message>
      <source>&amp;Correct …</source>
      <translation>&amp;Berichtigen …</translation>
    </message>
    <message>
      <source>&amp;Create a casebook …</source>
      <translation>Fallbuch an&amp;legen …</translation>
    </message>
    <message>
      <source>&amp;Custody timeline</source>
      <translation>&amp;Gewahrsam</translation>
    </message>
    <message>
      <source>&amp;Disclose the case</source>
      <translation>Fall &amp;offenlegen</translation>
    </message>
    <message>
      <source>&amp;Examination</source>
      <translation>&amp;Untersuchung</translation>
    </message>
    <message>
      <source>&amp;Examine</source>
      <translation>&amp;Untersuchen</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <source>&amp;Go on</source>
      <translation>&amp;Weiter</translation>
    </message>
    <message>
      <source>&amp;Header of the file</source>
      <translation>&amp;Kopfdaten der Datei</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <source>&amp;Identities</source>
      <translation>&amp;Identitäten</translation>
    </message>
    <message>
      <source>&amp;Is this computer ready? …</source>
      <translation>&amp;Ist dieser Rechner bereit? …</translation>
    </message>
    <message>
      <source>&amp;Light or dark</source>
      <translation>&amp;Hell oder dunkel</translation>
    </message>
    <message>
      <source>&amp;Lock observation</source>
      <translation>Beobachtung &amp;sperren</translation>
    </message>
    <message>
      <source>&amp;Marks</source>
      <translation>&amp;Marken</translation>
    </message>
    <message>
      <source>&amp;Model card</source>
      <translation>&amp;Modellkarte</translation>
    </message>
    <message>
      <source>&amp;Next radiograph</source>
      <translation>&amp;Nächste Aufnahme</translation>
    </message>
    <message>
      <source>&amp;Number scheme</source>
      <translation>&amp;Nummernschema</translation>
    </message>
    <message>
      <source>&amp;Open a casebook …</source>
      <translation>Fallbuch ö&amp;ffnen …</translation>
    </message>
    <message>
      <source>&amp;Open the issued report</source>
      <translation>Ausgestellten Bericht &amp;öffnen</translation>
    </message>
    <message>
      <source>&amp;Preview and sign …</source>
      <translation>&amp;Vorschau und Unterschrift …</translation>
    </message>
    <message>
      <source>&amp;Quick look …</source>
      <translation>&amp;Kurzer Blick …</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <source>&amp;Receive files …</source>
      <translation>Dateien &amp;annehmen …</translation>
    </message>
    <message>
      <source>&amp;Restore a casebook</source>
      <translation>Fallbuch &amp;wiederherstellen</translation>
    </message>
    <message>
      <source>&amp;Reveal the estimate</source>
      <translation>Schätzung auf&amp;decken</translation>
    </message>
    <message>
      <source>&amp;Shortcuts</source>
      <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
      <source>&amp;Site records</source>
      <translation>&amp;Standortnachweise</translation>
    </message>
    <message>
      <source>&amp;Trust an authority</source>
      <translation>Einer Stelle &amp;vertrauen</translation>
    </message>
    <message>
      <source>&amp;Verify the report</source>
      <translation>Bericht &amp;prüfen</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>A&amp;nsicht</translation>
    </message>
    <message>
      <source>&amp;Who works …</source>
      <translation>&amp;Wer arbeitet …</translation>
    </message>
    <message>
      <source>&amp;Work</source>
      <translation>&amp;Arbeit</translation>
    </message>
    <message>
      <source>A casebook from a backup</source>
      <translation>Ein Fallbuch aus einer Sicherung</translation>
    </message>
    <message>
      <source>A report file from anywhere, against this casebook or a root certificate</source>
      <translation>Eine Berichtsdatei von irgendwo, gegen dieses Fallbuch oder ein Wurzelzertifikat</translation>
    </message>
    <message>
      <source>Agree or dissent</source>
      <translation>Zustimmen oder abweichen</translation>
    </message>
    <message>
      <source>C&amp;onfirm the clock</source>
      <translation>Uhr &amp;bestätigen</translation>
    </message>
    <message>
      <source>Change between the dark and the light theme</source>
      <translation>Zwischen dunkler und heller Darstellung wechseln</translation>
    </message>
    <message>
      <source>Change who works</source>
      <translation>Ändern, wer arbeitet</translation>
    </message>
    <message>
      <source>Check chain, originals and reports of the case</source>
      <translation>Kette, Originale und Berichte des Falls prüfen</translation>
    </message>
    <message>
      <source>Check the current case, and run the network again on its radiographs: same or differs, with the numbers</source>
      <translation>Den gewählten Fall prüfen und das Netz auf seinen Aufnahmen erneut ausführen: gleich oder verschieden, mit den Zahlen</translation>
    </message>
    <message>
      <source>Check the issued report</source>
      <translation>Den ausgestellten Bericht prüfen</translation>
    </message>
    <message>
      <source>Check the whole casebook</source>
      <translation>Das ganze Fallbuch prüfen</translation>
    </message>
    <message>
      <source>Co&amp;untersign …</source>
      <translation>&amp;Gegenzeichnen …</translation>
    </message>
    <message>
      <source>Compare the &amp;clock</source>
      <translation>&amp;Uhr vergleichen</translation>
    </message>
    <message>
      <source>Compare this computer's clock with another one</source>
      <translation>Die Uhr dieses Rechners mit einer anderen vergleichen</translation>
    </message>
    <message>
      <source>Cop&amp;y the tab</source>
      <translation>Reiter ko&amp;pieren</translation>
    </message>
    <message>
      <source>Copy the fields of the header or the custody timeline, whichever is shown</source>
      <translation>Die Kopfdaten oder den Gewahrsamsverlauf kopieren, je nachdem, was gezeigt wird</translation>
    </message>
    <message>
      <source>Create a casebook</source>
      <translation>Fallbuch anlegen</translation>
    </message>
    <message>
      <source>Decision rule, prior, device, theme, language, folders, shortcuts</source>
      <translation>Entscheidungsregel, A-priori-Wert, Gerät, Darstellung, Sprache, Ordner, Tastenkürzel</translation>
    </message>
    <message>
      <source>Do not ask again about a batch that was cut short; what was done stays done</source>
      <translation>Nach einem abgebrochenen Stapel nicht mehr fragen; was erledigt ist, bleibt</translation>
    </message>
    <message>
      <source>Do what is left of a batch that was cut short</source>
      <translation>Erledigen, was von einem abgebrochenen Stapel übrig ist</translation>
    </message>
    <message>
      <source>E&amp;xport</source>
      <translation>&amp;Ausgeben</translation>
    </message>
    <message>
      <source>Every key that works</source>
      <translation>Alle gültigen Tasten</translation>
    </message>
    <message>
      <source>Examine &amp;again …</source>
      <translation>&amp;Erneut untersuchen …</translation>
    </message>
    <message>
      <source>Examine all that &amp;wait</source>
      <translation>Alle &amp;wartenden untersuchen</translation>
    </message>
    <message>
      <source>Examine every radiograph of the casebook that was not examined yet</source>
      <translation>Alle noch nicht untersuchten Aufnahmen des Fallbuchs untersuchen</translation>
    </message>
    <message>
      <source>Examine the selected radiographs once more, with a reason; every run is kept</source>
      <translation>Die gewählten Aufnahmen noch einmal untersuchen, mit Grund; jeder Lauf bleibt erhalten</translation>
    </message>
    <message>
      <source>F&amp;ull screen</source>
      <translation>&amp;Vollbild</translation>
    </message>
    <message>
      <source>For identities that another authority issued</source>
      <translation>Für Identitäten, die eine andere Stelle ausgestellt hat</translation>
    </message>
    <message>
      <source>Full screen on or off</source>
      <translation>Vollbild ein oder aus</translation>
    </message>
    <message>
      <source>Go on with the &amp;batch</source>
      <translation>Den Sta&amp;pel fortsetzen</translation>
    </message>
    <message>
      <source>Go to the step that waits for you</source>
      <translation>Zum Schritt, der auf Sie wartet</translation>
    </message>
    <message>
      <source>Identity made: {path}</source>
      <translation>Identität erstellt: {path}</translation>
    </message>
    <message>
      <source>It is right now, and was wrong before</source>
      <translation>Sie geht jetzt richtig und ging vorher falsch</translation>
    </message>
    <message>
      <source>Lea&amp;ve the batch</source>
      <translation>Den Stapel &amp;lassen</translation>
    </message>
    <message>
      <source>Lock your own observation</source>
      <translation>Die eigene Beobachtung sperren</translation>
    </message>
    <message>
      <source>Make &amp;heatmaps</source>
      <translation>&amp;Wärmebilder erstellen</translation>
    </message>
    <message>
      <source>Make a signing identity in this casebook</source>
      <translation>Eine Signaturidentität in diesem Fallbuch erstellen</translation>
    </message>
    <message>
      <source>Make the heatmaps that the heatmap step asks for, with their checks</source>
      <translation>Die im Schritt Wärmebild gewählten Wärmebilder mit ihren Prüfungen erstellen</translation>
    </message>
    <message>
      <source>New &amp;signing identity …</source>
      <translation>Neue &amp;Signaturidentität …</translation>
    </message>
    <message>
      <source>Next radiograph of the list</source>
      <translation>Nächste Aufnahme der Liste</translation>
    </message>
    <message>
      <source>Open a casebook</source>
      <translation>Fallbuch öffnen</translation>
    </message>
    <message>
      <source>Open the &amp;demonstration</source>
      <translation>&amp;Vorführung öffnen</translation>
    </message>
    <message>
      <source>P&amp;revious radiograph</source>
      <translation>&amp;Vorige Aufnahme</translation>
    </message>
    <message>
      <source>Previous radiograph of the list</source>
      <translation>Vorige Aufnahme der Liste</translation>
    </message>
    <message>
      <source>Put right or complete what is known of the radiograph, its part and its case, with the reason</source>
      <translation>Berichtigen oder ergänzen, was von der Aufnahme, ihrem Teil und ihrem Fall bekannt ist, mit Grund</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Radiograph, estimate and heatmap of a file; nothing is kept</source>
      <translation>Aufnahme, Schätzung und Wärmebild einer Datei; nichts wird behalten</translation>
    </message>
    <message>
      <source>Receive a &amp;folder …</source>
      <translation>&amp;Ordner annehmen …</translation>
    </message>
    <message>
      <source>Receive all radiographs of a folder into a case</source>
      <translation>Alle Aufnahmen eines Ordners in einen Fall annehmen</translation>
    </message>
    <message>
      <source>Receive files into a case</source>
      <translation>Dateien in einen Fall annehmen</translation>
    </message>
    <message>
      <source>Record your conclusion</source>
      <translation>Ihre Schlussfolgerung festhalten</translation>
    </message>
    <message>
      <source>Revie&amp;w the case …</source>
      <translation>Fall &amp;begutachten …</translation>
    </message>
    <message>
      <source>Run the network on the selected radiographs</source>
      <translation>Das Netz auf die gewählten Aufnahmen anwenden</translation>
    </message>
    <message>
      <source>S&amp;top the work</source>
      <translation>Arbeit &amp;anhalten</translation>
    </message>
    <message>
      <source>Se&amp;ttings …</source>
      <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
      <source>Sign the issued report as its reviewer</source>
      <translation>Den ausgestellten Bericht als Zweituntersucherin signieren</translation>
    </message>
    <message>
      <source>Stop after the item at work; what is done stays done</source>
      <translation>Nach dem laufenden Stück anhalten; Erledigtes bleibt</translation>
    </message>
    <message>
      <source>The current case for the other side, in one zip</source>
      <translation>Der gewählte Fall für die andere Seite, in einem Zip</translation>
    </message>
    <message>
      <source>The current case or its incident for another system</source>
      <translation>Der gewählte Fall oder sein Ereignis für ein anderes System</translation>
    </message>
    <message>
      <source>The report</source>
      <translation>Der Bericht</translation>
    </message>
    <message>
      <source>The whole casebook in one file</source>
      <translation>Das ganze Fallbuch in einer Datei</translation>
    </message>
    <message>
      <source>The whole job on made-up radiographs</source>
      <translation>Die ganze Arbeit an künstlichen Aufnahmen</translation>
    </message>
    <message>
      <source>Uncover the estimate</source>
      <translation>Die Schätzung aufdecken</translation>
    </message>
    <message>
      <source>Verif&amp;y the case</source>
      <translation>Fall &amp;prüfen</translation>
    </message>
    <message>
      <source>Verify a report &amp;file</source>
      <translation>Berichts&amp;datei prüfen</translation>
    </message>
    <message>
      <source>Verify and run the network a&amp;gain</source>
      <translation>Prüfen und Netz er&amp;neut ausführen</translation>
    </message>
    <message>
      <source>Verify every&amp;thing</source>
      <translation>&amp;Alles prüfen</translation>
    </message>
    <message>
      <source>Version and limits</source>
      <translation>Fassung und Grenzen</translation>
    </message>
    <message>
      <source>What forensix needs of this computer, and what it found</source>
      <translation>Was forensix von diesem Rechner braucht und was gefunden wurde</translation>
    </message>
    <message>
      <source>Which numbers the cases of an incident may have</source>
      <translation>Welche Nummern die Fälle eines Ereignisses haben dürfen</translation>
    </message>
    <message>
      <source>Who can sign until when; renew and revoke</source>
      <translation>Wer bis wann signieren kann; erneuern und sperren</translation>
    </message>
    <message>
      <source>With the system's viewer</source>
      <translation>Mit dem Anzeigeprogramm des Systems</translation>
    </message>
    <message>
      <source>Your own validation of a model</source>
      <translation>Ihre eigene Validierung eines Modells</translation>
    </message>
    <message>
      <source>forensix {version}

Sex and skeletal-age estimation from hand radiographs, for research use. The models that ship were validated on children and young people, not on adults. An estimate is not an identification.</source>
      <translation>forensix {version}

Schätzung von Geschlecht und Skelettalter aus Handröntgenaufnahmen, für die Forschung. Die mitgelieferten Modelle wurden an Kindern und Jugendlichen validiert, nicht an Erwachsenen. Eine Schätzung ist keine Identifizierung.</translation>
    </message>
  </context>
  <context>
    <name>ModelTab</name>
    <message>
      <source>Each hand was read both ways, as one of unknown side is; a report on one of known side has those of single readings.</source>
      <translation>Jede Hand wurde auf beide Arten gelesen, wie bei unbekannter Seite; ist die Seite bekannt, nennt der Bericht die Zahlen der einfachen Lesung.</translation>
    </message>
    <message>
      <source>Each point: hands that were given about this probability, and the share recorded as male, with its 95 % interval and n.</source>
      <translation>Jeder Punkt: Hände, die etwa diese Wahrscheinlichkeit erhielten, und der Anteil der als männlich verzeichneten, mit 95-%-Intervall und n.</translation>
    </message>
    <message>
      <source>How the model was made</source>
      <translation>Wie das Modell entstand</translation>
    </message>
    <message>
      <source>In brackets the 95 % interval.</source>
      <translation>In Klammern das 95-%-Intervall.</translation>
    </message>
    <message>
      <source>Limits of the model</source>
      <translation>Grenzen des Modells</translation>
    </message>
    <message>
      <source>Measured on the part “{part}”, kept apart from training</source>
      <translation>Gemessen am Teil „{part}“, vom Training getrennt gehalten</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Model card</source>
      <translation>Modellkarte</translation>
    </message>
    <message>
      <source>Models at hand; the first is the one in use</source>
      <translation>Vorhandene Modelle; das erste ist das verwendete</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>Zuverlässigkeit</translation>
    </message>
    <message>
      <source>What the model was validated for</source>
      <translation>Wofür das Modell validiert wurde</translation>
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>Dismiss this notice</source>
      <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
      <source>Notice</source>
      <translation>Hinweis</translation>
    </message>
  </context>
  <context>
    <name>ObservationStep</name>
    <message>
      <source>&amp;Lock observation</source>
      <translation>Beobachtung &amp;sperren</translation>
    </message>
    <message>
      <source>1  Your observation</source>
      <translation>1  Ihre Beobachtung</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>Merkmale</translation>
    </message>
    <message>
      <source>Features seen</source>
      <translation>Gesehene Merkmale</translation>
    </message>
    <message>
      <source>How sure</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <source>How sure you are, in words</source>
      <translation>Wie sicher Sie sind, in Worten</translation>
    </message>
    <message>
      <source>Lock your observation; it cannot be changed afterwards</source>
      <translation>Beobachtung sperren; danach ist sie nicht mehr zu ändern</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>Geschlecht</translation>
    </message>
    <message>
      <source>Sex as you see it</source>
      <translation>Geschlecht, wie Sie es sehen</translation>
    </message>
    <message>
      <source>That it cannot be told is an answer</source>
      <translation>Dass es sich nicht sagen lässt, ist eine Antwort</translation>
    </message>
    <message>
      <source>What you saw: shape, robusticity, fusion, pathology</source>
      <translation>Was Sie sahen: Form, Robustizität, Verschluss, Krankhaftes</translation>
    </message>
    <message>
      <source>Your locked observation</source>
      <translation>Ihre gesperrte Beobachtung</translation>
    </message>
    <message>
      <source>guess</source>
      <translation>Vermutung</translation>
    </message>
    <message>
      <source>more likely than not</source>
      <translation>eher ja als nein</translation>
    </message>
    <message>
      <source>nearly certain</source>
      <translation>nahezu sicher</translation>
    </message>
    <message>
      <source>probable</source>
      <translation>wahrscheinlich</translation>
    </message>
  </context>
  <context>
    <name>PdfPreview</name>
    <message>
      <source>Preview of the report</source>
      <translation>Vorschau des Berichts</translation>
    </message>
  </context>
  <context>
    <name>QuickLookDialog</name>
    <message>
      <source>&amp;Take it into a case …</source>
      <translation>In einen Fall &amp;annehmen …</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close; nothing is kept</source>
      <translation>Schließen; nichts wird behalten</translation>
    </message>
    <message>
      <source>Looking at {name} …</source>
      <translation>{name} wird angesehen …</translation>
    </message>
    <message>
      <source>Quick look: not evidence, nothing is kept</source>
      <translation>Kurzer Blick: kein Beweismittel, nichts wird behalten</translation>
    </message>
    <message>
      <source>Quick look: {name}</source>
      <translation>Kurzer Blick: {name}</translation>
    </message>
    <message>
      <source>Receive the file into a case; custody says that its estimate was seen before</source>
      <translation>Die Datei in einen Fall annehmen; der Gewahrsam hält fest, dass ihre Schätzung vorher gesehen wurde</translation>
    </message>
    <message>
      <source>quick look</source>
      <translation>kurzer Blick</translation>
    </message>
  </context>
  <context>
    <name>RadiographColumn</name>
    <message>
      <source>; in pixels, as no spacing is calibrated at the hand</source>
      <translation>; in Pixeln, da kein Abstand an der Hand kalibriert ist</translation>
    </message>
    <message>
      <source>Colour bar: no response on the left, the map's peak on the right</source>
      <translation>Farbleiste: links keine Reaktion, rechts die Spitze der Karte</translation>
    </message>
    <message>
      <source>Colour map</source>
      <translation>Farbskala</translation>
    </message>
    <message>
      <source>Colour map: each grows steadily lighter, so that it is read in gray print too</source>
      <translation>Farbskala: jede wird stetig heller und ist so auch im Graudruck lesbar</translation>
    </message>
    <message>
      <source>Cut-off: below this share of the peak nothing is laid over</source>
      <translation>Schwelle: unter diesem Anteil der Spitze wird nichts überlagert</translation>
    </message>
    <message>
      <source>How much of the second radiograph is seen</source>
      <translation>Wie viel von der zweiten Aufnahme zu sehen ist</translation>
    </message>
    <message>
      <source>Leave the comparison</source>
      <translation>Den Vergleich verlassen</translation>
    </message>
    <message>
      <source>Method, layer and grid of the heatmap</source>
      <translation>Methode, Schicht und Raster des Wärmebilds</translation>
    </message>
    <message>
      <source>Opacity of the heatmap</source>
      <translation>Deckkraft des Wärmebilds</translation>
    </message>
    <message>
      <source>SHOWN MIRRORED</source>
      <translation>GESPIEGELT GEZEIGT</translation>
    </message>
    <message>
      <source>What the radiograph is</source>
      <translation>Was die Aufnahme ist</translation>
    </message>
    <message>
      <source>Whether the two are shown at the same scale</source>
      <translation>Ob beide im selben Maßstab gezeigt werden</translation>
    </message>
    <message>
      <source>Window, zoom and the chosen mark</source>
      <translation>Fenster, Vergrößerung und gewählte Marke</translation>
    </message>
    <message>
      <source>angle: set arm, apex, arm</source>
      <translation>Winkel: Schenkel, Scheitel, Schenkel setzen</translation>
    </message>
    <message>
      <source>arrow: set tail, then tip</source>
      <translation>Pfeil: Ende, dann Spitze setzen</translation>
    </message>
    <message>
      <source>covered until your observation is locked: {n} of another examiner's marks</source>
      <translation>verdeckt, bis Ihre Beobachtung gesperrt ist: {n} Marken einer anderen Untersucherin</translation>
    </message>
    <message>
      <source>cut-off</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <source>mirrored</source>
      <translation>gespiegelt</translation>
    </message>
    <message>
      <source>opacity</source>
      <translation>Deckkraft</translation>
    </message>
    <message>
      <source>ruler: set two points</source>
      <translation>Lineal: zwei Punkte setzen</translation>
    </message>
    <message>
      <source>text: set its place, then write</source>
      <translation>Text: Ort setzen, dann schreiben</translation>
    </message>
    <message>
      <source>window {low} to {high}</source>
      <translation>Fenster {low} bis {high}</translation>
    </message>
    <message>
      <source>zoom {share} %</source>
      <translation>Vergrößerung {share} %</translation>
    </message>
  </context>
  <context>
    <name>RadiographView</name>
    <message>
      <source>Radiograph</source>
      <translation>Aufnahme</translation>
    </message>
  </context>
  <context>
    <name>ReceiveDialog</name>
    <message>
      <source>&amp;Receive into custody</source>
      <translation>In Gewahrsam &amp;nehmen</translation>
    </message>
    <message>
      <source>A new case needs its incident.</source>
      <translation>Ein neuer Fall braucht sein Ereignis.</translation>
    </message>
    <message>
      <source>AM: a missing person's file</source>
      <translation>AM: Akte einer vermissten Person</translation>
    </message>
    <message>
      <source>Agency</source>
      <translation>Behörde</translation>
    </message>
    <message>
      <source>Agency under which a new incident is kept</source>
      <translation>Behörde, unter der ein neues Ereignis geführt wird</translation>
    </message>
    <message>
      <source>All of them are then of this one case: of one body.</source>
      <translation>Alle gehören dann zu diesem einen Fall: zu einem Körper.</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Fall</translation>
    </message>
    <message>
      <source>Case number; a new number opens a new case</source>
      <translation>Fallnummer; eine neue Nummer eröffnet einen neuen Fall</translation>
    </message>
    <message>
      <source>Condition</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Condition of the part, in words; the report states it</source>
      <translation>Zustand des Teils, in Worten; der Bericht nennt ihn</translation>
    </message>
    <message>
      <source>Each file is copied by its hash and kept unaltered; folders, zips and DICOMDIRs are opened.</source>
      <translation>Jede Datei wird unter ihrem Hash kopiert und unverändert verwahrt; Ordner, Zips und DICOMDIRs werden geöffnet.</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>For example {file} goes into case {case}, which is opened if it is new.</source>
      <translation>Zum Beispiel kommt {file} in den Fall {case}, der eröffnet wird, wenn er neu ist.</translation>
    </message>
    <message>
      <source>How the files are shared out to cases</source>
      <translation>Wie die Dateien auf Fälle verteilt werden</translation>
    </message>
    <message>
      <source>Incident</source>
      <translation>Ereignis</translation>
    </message>
    <message>
      <source>Incident of a new case</source>
      <translation>Ereignis eines neuen Falls</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Kind of a new case</source>
      <translation>Art eines neuen Falls</translation>
    </message>
    <message>
      <source>Label of the part</source>
      <translation>Bezeichnung des Teils</translation>
    </message>
    <message>
      <source>PM: a body or a part of one</source>
      <translation>PM: ein Leichnam oder ein Teil davon</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>Teil</translation>
    </message>
    <message>
      <source>Receive radiographs</source>
      <translation>Aufnahmen annehmen</translation>
    </message>
    <message>
      <source>Requested by</source>
      <translation>Auftraggeber</translation>
    </message>
    <message>
      <source>Say into which case; a new number opens a new case.</source>
      <translation>Sagen, in welchen Fall; eine neue Nummer eröffnet einen neuen Fall.</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>Seite</translation>
    </message>
    <message>
      <source>Side of the hand</source>
      <translation>Seite der Hand</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Projektion</translation>
    </message>
    <message>
      <source>View; empty is as the files say</source>
      <translation>Projektion; leer heißt wie die Dateien sagen</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>Was fehlt</translation>
    </message>
    <message>
      <source>Who asked for the examination</source>
      <translation>Wer die Untersuchung beauftragt hat</translation>
    </message>
    <message>
      <source>all into one case</source>
      <translation>alle in einen Fall</translation>
    </message>
    <message>
      <source>as the files say</source>
      <translation>wie die Dateien sagen</translation>
    </message>
    <message>
      <source>by the side, for example: left hand</source>
      <translation>nach der Seite, zum Beispiel: linke Hand</translation>
    </message>
    <message>
      <source>each file into a case of its own, named like the file</source>
      <translation>jede Datei in einen eigenen Fall, benannt wie die Datei</translation>
    </message>
    <message>
      <source>each folder into a case of its own, named like the folder</source>
      <translation>jeder Ordner in einen eigenen Fall, benannt wie der Ordner</translation>
    </message>
    <message>
      <source>none set: printed as “not stated”</source>
      <translation>keine eingestellt: gedruckt wird „not stated“</translation>
    </message>
    <message>
      <source>none: printed as “not stated”</source>
      <translation>keine: gedruckt wird „not stated“</translation>
    </message>
    <message>
      <source>what every number begins with, or nothing</source>
      <translation>womit jede Nummer beginnt, oder nichts</translation>
    </message>
    <message>
      <source>{agency}, as in the settings</source>
      <translation>{agency}, wie in den Einstellungen</translation>
    </message>
    <message>
      <source>{first} and {n} more</source>
      <translation>{first} und {n} weitere</translation>
    </message>
  </context>
  <context>
    <name>Receiving</name>
    <message>
      <source>A delivery is being received in another window. Files done: {done}.</source>
      <translation>In einem anderen Fenster wird eine Lieferung angenommen. Dateien erledigt: {done}.</translation>
    </message>
    <message>
      <source>An examination of several radiographs was cut short. Done: {done} of {n}.</source>
      <translation>Eine Untersuchung mehrerer Aufnahmen wurde abgebrochen. Erledigt: {done} von {n}.</translation>
    </message>
    <message>
      <source>Choose a radiograph in the list first.</source>
      <translation>Wählen Sie zuerst in der Liste eine Aufnahme.</translation>
    </message>
    <message>
      <source>Create or open a casebook: {name} is received there next.</source>
      <translation>Legen Sie ein Fallbuch an oder öffnen Sie eines: {name} wird dort als Nächstes angenommen.</translation>
    </message>
    <message>
      <source>Examine again</source>
      <translation>Erneut untersuchen</translation>
    </message>
    <message>
      <source>Files are being received into case {case} in another window. Files done: {done}.</source>
      <translation>In einem anderen Fenster werden Dateien in den Fall {case} angenommen. Erledigt: {done}.</translation>
    </message>
    <message>
      <source>Next: your own observation of each. “Examine all that wait” ({key}) lets the network read them meanwhile.</source>
      <translation>Als Nächstes: Ihre eigene Beobachtung jeder Aufnahme. „Alle wartenden untersuchen“ ({key}) lässt das Netz sie derweil lesen.</translation>
    </message>
    <message>
      <source>No radiograph of this casebook waits to be examined.</source>
      <translation>Keine Aufnahme dieses Fallbuchs wartet auf ihre Untersuchung.</translation>
    </message>
    <message>
      <source>Quick look at a file</source>
      <translation>Kurzer Blick auf eine Datei</translation>
    </message>
    <message>
      <source>Radiographs are being examined in another window. Done: {done} of {n}.</source>
      <translation>In einem anderen Fenster werden Aufnahmen untersucht. Erledigt: {done} von {n}.</translation>
    </message>
    <message>
      <source>Receive a folder</source>
      <translation>Einen Ordner annehmen</translation>
    </message>
    <message>
      <source>Receive files</source>
      <translation>Dateien annehmen</translation>
    </message>
    <message>
      <source>Receiving a delivery was cut short. Files done: {done}.</source>
      <translation>Die Annahme einer Lieferung wurde abgebrochen. Dateien erledigt: {done}.</translation>
    </message>
    <message>
      <source>Receiving files into case {case} was cut short. Files done: {done}.</source>
      <translation>Die Annahme in den Fall {case} wurde abgebrochen. Dateien erledigt: {done}.</translation>
    </message>
    <message>
      <source>Reports on {n} of the {all} selected cases: nothing is concluded yet on the others.</source>
      <translation>Berichte zu {n} der {all} ausgewählten Fälle: zu den übrigen gibt es noch keine Schlussfolgerung.</translation>
    </message>
    <message>
      <source>Why again? Every run is kept; custody and report print the reason.</source>
      <translation>Warum erneut? Jeder Lauf bleibt erhalten; Gewahrsam und Bericht nennen den Grund.</translation>
    </message>
    <message>
      <source>correcting</source>
      <translation>es wird berichtigt</translation>
    </message>
    <message>
      <source>verifying the case</source>
      <translation>der Fall wird geprüft</translation>
    </message>
    <message>
      <source>verifying the casebook</source>
      <translation>das Fallbuch wird geprüft</translation>
    </message>
    <message>
      <source>verifying the report</source>
      <translation>der Bericht wird geprüft</translation>
    </message>
  </context>
  <context>
    <name>ReliabilityPlot</name>
    <message>
      <source>Reliability of the probability of male</source>
      <translation>Zuverlässigkeit der Wahrscheinlichkeit für männlich</translation>
    </message>
    <message>
      <source>probability of male that the model gave</source>
      <translation>Wahrscheinlichkeit für männlich, die das Modell angab</translation>
    </message>
    <message>
      <source>probability {probability}: {share} recorded as male ({low} to {high}), n = {n}</source>
      <translation>Wahrscheinlichkeit {probability}: {share} als männlich verzeichnet ({low} bis {high}), n = {n}</translation>
    </message>
    <message>
      <source>share recorded as male</source>
      <translation>Anteil als männlich verzeichnet</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>&amp;Sign and issue</source>
      <translation>&amp;Signieren und ausstellen</translation>
    </message>
    <message>
      <source>Composing the draft …</source>
      <translation>Der Entwurf wird zusammengestellt …</translation>
    </message>
    <message>
      <source>Report on case {number}</source>
      <translation>Bericht zum Fall {number}</translation>
    </message>
    <message>
      <source>Sign and issue this report; every version is kept</source>
      <translation>Diesen Bericht signieren und ausstellen; jede Fassung bleibt erhalten</translation>
    </message>
    <message>
      <source>There is no draft to show.</source>
      <translation>Es gibt keinen Entwurf zu zeigen.</translation>
    </message>
    <message>
      <source>Version {n} was issued.</source>
      <translation>Fassung {n} wurde ausgestellt.</translation>
    </message>
    <message>
      <source>You work as {works}; the report that is issued will name {signs}, whose key this is, as its examiner.</source>
      <translation>Sie arbeiten als {works}; der ausgestellte Bericht wird {signs}, deren Schlüssel dies ist, als Untersucherin nennen.</translation>
    </message>
    <message>
      <source>composing the draft</source>
      <translation>der Entwurf wird zusammengestellt</translation>
    </message>
  </context>
  <context>
    <name>ReportStep</name>
    <message>
      <source>&amp;Open</source>
      <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
      <source>&amp;Preview and sign …</source>
      <translation>&amp;Vorschau und Unterschrift …</translation>
    </message>
    <message>
      <source>&amp;Preview …</source>
      <translation>&amp;Vorschau …</translation>
    </message>
    <message>
      <source>&amp;Verify</source>
      <translation>&amp;Prüfen</translation>
    </message>
    <message>
      <source>4  The report</source>
      <translation>4  Der Bericht</translation>
    </message>
    <message>
      <source>A review that no issued version holds</source>
      <translation>Eine Begutachtung, die keine ausgestellte Fassung enthält</translation>
    </message>
    <message>
      <source>Case {number}: nothing is concluded yet.</source>
      <translation>Fall {number}: noch keine Schlussfolgerung.</translation>
    </message>
    <message>
      <source>Case {number}: radiographs concluded: {concluded} of {whole}.</source>
      <translation>Fall {number}: Aufnahmen mit Schlussfolgerung: {concluded} von {whole}.</translation>
    </message>
    <message>
      <source>Check signatures, hashes and custody of the issued report</source>
      <translation>Signaturen, Hashes und Gewahrsam des ausgestellten Berichts prüfen</translation>
    </message>
    <message>
      <source>Co&amp;untersign …</source>
      <translation>&amp;Gegenzeichnen …</translation>
    </message>
    <message>
      <source>Conclusions that no issued version holds</source>
      <translation>Schlussfolgerungen, die keine ausgestellte Fassung enthält</translation>
    </message>
    <message>
      <source>Issued before the review by {names}, which it does not hold: a new version prints it. Who concluded signs that one (File, Who works), then it is countersigned.</source>
      <translation>Ausgestellt vor der Begutachtung durch {names}, die nicht darin steht: eine neue Fassung druckt sie. Diese signiert, wer die Schlussfolgerung zog (Datei, Wer arbeitet), dann wird sie gegengezeichnet.</translation>
    </message>
    <message>
      <source>Issued reports</source>
      <translation>Ausgestellte Berichte</translation>
    </message>
    <message>
      <source>Its reports are covered until your own observations are locked.</source>
      <translation>Seine Berichte sind verdeckt, bis Ihre eigenen Beobachtungen gesperrt sind.</translation>
    </message>
    <message>
      <source>Open the issued PDF with the system's viewer</source>
      <translation>Das ausgestellte PDF mit dem Betrachter des Systems öffnen</translation>
    </message>
    <message>
      <source>Preview the report, then sign and issue it</source>
      <translation>Den Bericht ansehen, dann signieren und ausstellen</translation>
    </message>
    <message>
      <source>Sign the issued report as its reviewer, with your own key</source>
      <translation>Den ausgestellten Bericht als Zweituntersucherin mit eigenem Schlüssel signieren</translation>
    </message>
    <message>
      <source>The others are listed as received, not concluded.</source>
      <translation>Die übrigen stehen darin als angenommen, ohne Schlussfolgerung.</translation>
    </message>
    <message>
      <source>Version {n} does not hold what was concluded since it was issued (radiographs: {later}). A new version does.</source>
      <translation>Fassung {n} enthält nicht, was seit ihrer Ausstellung beurteilt wurde (Aufnahmen: {later}). Eine neue Fassung enthält es.</translation>
    </message>
    <message>
      <source>What the report would hold</source>
      <translation>Was der Bericht enthielte</translation>
    </message>
    <message>
      <source>Why you cannot countersign</source>
      <translation>Warum Sie nicht gegenzeichnen können</translation>
    </message>
    <message>
      <source>Why you cannot sign the report</source>
      <translation>Warum Sie den Bericht nicht unterschreiben können</translation>
    </message>
    <message>
      <source>version {n}, {signers}, {when}</source>
      <translation>Fassung {n}, {signers}, {when}</translation>
    </message>
  </context>
  <context>
    <name>RestoreDialog</name>
    <message>
      <source>&amp;Restore</source>
      <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>Sicherung</translation>
    </message>
    <message>
      <source>Checks failed, as when the backup was made: {n}. “Verify everything” names them.</source>
      <translation>Fehlgeschlagene Prüfungen, wie schon beim Sichern: {n}. „Alles prüfen“ nennt sie.</translation>
    </message>
    <message>
      <source>Choose the backup</source>
      <translation>Sicherung wählen</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Into</source>
      <translation>Nach</translation>
    </message>
    <message>
      <source>Name the backup.</source>
      <translation>Nennen Sie die Sicherung.</translation>
    </message>
    <message>
      <source>New folder of the casebook</source>
      <translation>Neuer Ordner des Fallbuchs</translation>
    </message>
    <message>
      <source>Nothing is restored over other files. The casebook from the backup is checked and then opened; the backup stays.</source>
      <translation>Nichts wird über andere Dateien zurückgespielt. Das Fallbuch aus der Sicherung wird geprüft und dann geöffnet; die Sicherung bleibt.</translation>
    </message>
    <message>
      <source>Restore a casebook</source>
      <translation>Fallbuch wiederherstellen</translation>
    </message>
    <message>
      <source>Restored and checked: {folder}.</source>
      <translation>Wiederhergestellt und geprüft: {folder}.</translation>
    </message>
    <message>
      <source>Say into which new folder.</source>
      <translation>Sagen Sie, in welchen neuen Ordner.</translation>
    </message>
    <message>
      <source>The backup</source>
      <translation>Die Sicherung</translation>
    </message>
    <message>
      <source>restoring the casebook</source>
      <translation>Fallbuch wird wiederhergestellt</translation>
    </message>
    <message>
      <source>{folder} is not empty; choose a new folder.</source>
      <translation>{folder} ist nicht leer; wählen Sie einen neuen Ordner.</translation>
    </message>
  </context>
  <context>
    <name>ReviewDialog</name>
    <message>
      <source>&amp;Record the review</source>
      <translation>Begutachtung &amp;festhalten</translation>
    </message>
    <message>
      <source>A dissent needs its reasons.</source>
      <translation>Eine Abweichung braucht ihre Gründe.</translation>
    </message>
    <message>
      <source>A required question is answered with no: dissent and say why, or have it put right first.</source>
      <translation>Eine Pflichtfrage ist mit Nein beantwortet: abweichen und sagen, warum, oder es zuerst berichtigen lassen.</translation>
    </message>
    <message>
      <source>Agreement or dissent</source>
      <translation>Zustimmung oder Abweichung</translation>
    </message>
    <message>
      <source>Check list</source>
      <translation>Prüfliste</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>I agree with the conclusions</source>
      <translation>Ich stimme den Schlussfolgerungen zu</translation>
    </message>
    <message>
      <source>I dissent</source>
      <translation>Ich weiche ab</translation>
    </message>
    <message>
      <source>Questions still open: {n}.</source>
      <translation>Noch offene Fragen: {n}.</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>Gründe</translation>
    </message>
    <message>
      <source>Reasons, in your own words; a dissent needs them</source>
      <translation>Gründe, in eigenen Worten; eine Abweichung braucht sie</translation>
    </message>
    <message>
      <source>Review of case {number}</source>
      <translation>Begutachtung des Falls {number}</translation>
    </message>
    <message>
      <source>Say whether you agree or dissent.</source>
      <translation>Sagen Sie, ob Sie zustimmen oder abweichen.</translation>
    </message>
    <message>
      <source>The questions stand in English, as custody and report keep them; under each is what it means.</source>
      <translation>Die Fragen stehen englisch, wie Gewahrsam und Bericht sie festhalten; unter jeder steht, was sie bedeutet.</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>Was fehlt</translation>
    </message>
    <message>
      <source>Where you differ, and why</source>
      <translation>Worin Sie abweichen, und warum</translation>
    </message>
    <message>
      <source>answer …</source>
      <translation>antworten …</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>not applicable</source>
      <translation>trifft nicht zu</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
  </context>
  <context>
    <name>ReviewStep</name>
    <message>
      <source>Agree or dissent, with the check list; both stand in custody and in the report</source>
      <translation>Zustimmen oder abweichen, mit der Prüfliste; beides steht im Gewahrsam und im Bericht</translation>
    </message>
    <message>
      <source>Revie&amp;w …</source>
      <translation>&amp;Begutachten …</translation>
    </message>
    <message>
      <source>Review by a second examiner</source>
      <translation>Begutachtung durch eine zweite Person</translation>
    </message>
    <message>
      <source>State of the review</source>
      <translation>Stand der Begutachtung</translation>
    </message>
  </context>
  <context>
    <name>RightColumn</name>
    <message>
      <source>Custody</source>
      <translation>Gewahrsam</translation>
    </message>
    <message>
      <source>Examination</source>
      <translation>Untersuchung</translation>
    </message>
    <message>
      <source>Examination, header, custody and model</source>
      <translation>Untersuchung, Kopfdaten, Gewahrsam und Modell</translation>
    </message>
    <message>
      <source>Header</source>
      <translation>Kopfdaten</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
  </context>
  <context>
    <name>SchemeDialog</name>
    <message>
      <source># is a digit, @ a capital letter, + one or more of the one before it. One mask to a line.</source>
      <translation># ist eine Ziffer, @ ein Großbuchstabe, + eines oder mehrere vom Zeichen davor. Ein Muster je Zeile.</translation>
    </message>
    <message>
      <source>&amp;Set the scheme</source>
      <translation>Schema &amp;festlegen</translation>
    </message>
    <message>
      <source>A number that does not follow the scheme is refused when a case is opened or its number is corrected.</source>
      <translation>Eine Nummer, die dem Schema nicht folgt, wird abgelehnt, wenn ein Fall eröffnet oder seine Nummer berichtigt wird.</translation>
    </message>
    <message>
      <source>A number to try the scheme on</source>
      <translation>Eine Nummer, um das Schema zu erproben</translation>
    </message>
    <message>
      <source>Example</source>
      <translation>Beispiel</translation>
    </message>
    <message>
      <source>Given before, not following it, and left as they are: {numbers}.</source>
      <translation>Früher vergeben, ihm nicht folgend und so belassen: {numbers}.</translation>
    </message>
    <message>
      <source>Incident</source>
      <translation>Ereignis</translation>
    </message>
    <message>
      <source>Incident; it may be yet to come</source>
      <translation>Ereignis; es darf noch bevorstehen</translation>
    </message>
    <message>
      <source>Masks of case numbers, one to a line</source>
      <translation>Muster der Fallnummern, eines je Zeile</translation>
    </message>
    <message>
      <source>Name the incident.</source>
      <translation>Nennen Sie das Ereignis.</translation>
    </message>
    <message>
      <source>Not following it, and left as they are: {numbers}.</source>
      <translation>Ihm nicht folgend und so belassen: {numbers}.</translation>
    </message>
    <message>
      <source>Nothing is changed yet.</source>
      <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message>
      <source>Number scheme</source>
      <translation>Nummernschema</translation>
    </message>
    <message>
      <source>Scheme</source>
      <translation>Schema</translation>
    </message>
    <message>
      <source>The number scheme of {incident} is set.</source>
      <translation>Das Nummernschema von {incident} ist festgelegt.</translation>
    </message>
    <message>
      <source>The scheme that holds now</source>
      <translation>Das Schema, das jetzt gilt</translation>
    </message>
    <message>
      <source>What the scheme does</source>
      <translation>Was das Schema bewirkt</translation>
    </message>
    <message>
      <source>Whether the example follows the scheme</source>
      <translation>Ob das Beispiel dem Schema folgt</translation>
    </message>
    <message>
      <source>Without a mask any number is taken.</source>
      <translation>Ohne Muster wird jede Nummer angenommen.</translation>
    </message>
    <message>
      <source>none: any number is taken</source>
      <translation>keines: jede Nummer wird angenommen</translation>
    </message>
    <message>
      <source>setting the number scheme</source>
      <translation>Nummernschema wird festgelegt</translation>
    </message>
    <message>
      <source>type a number to try it</source>
      <translation>zum Erproben eine Nummer eingeben</translation>
    </message>
    <message>
      <source>{incident} has no number scheme any more.</source>
      <translation>{incident} hat kein Nummernschema mehr.</translation>
    </message>
    <message>
      <source>{number} does not follow it, and is refused.</source>
      <translation>{number} folgt ihm nicht und wird abgelehnt.</translation>
    </message>
    <message>
      <source>{number} follows the scheme.</source>
      <translation>{number} folgt dem Schema.</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>&amp;Estimates</source>
      <translation>&amp;Schätzungen</translation>
    </message>
    <message>
      <source>&amp;Folders</source>
      <translation>&amp;Ordner</translation>
    </message>
    <message>
      <source>&amp;Reports and people</source>
      <translation>&amp;Berichte und Personen</translation>
    </message>
    <message>
      <source>&amp;Shortcuts</source>
      <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
      <source>&amp;Window</source>
      <translation>&amp;Fenster</translation>
    </message>
    <message>
      <source>Added models</source>
      <translation>Eigene Modelle</translation>
    </message>
    <message>
      <source>Agency</source>
      <translation>Behörde</translation>
    </message>
    <message>
      <source>Casebook</source>
      <translation>Fallbuch</translation>
    </message>
    <message>
      <source>Choose</source>
      <translation>Wählen</translation>
    </message>
    <message>
      <source>Choose another place</source>
      <translation>Einen anderen Ort wählen</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Dark for reading radiographs, light for a bright tent.</source>
      <translation>Dunkel zum Befunden, hell für ein helles Zelt.</translation>
    </message>
    <message>
      <source>Decision rule</source>
      <translation>Entscheidungsregel</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>How probable male or female must be, at the prior, before it is said; below it the outcome is indeterminate.</source>
      <translation>Wie wahrscheinlich männlich oder weiblich beim A-priori-Wert sein muss, bevor es gesagt wird; darunter ist das Ergebnis unbestimmt.</translation>
    </message>
    <message>
      <source>Identity</source>
      <translation>Identität</translation>
    </message>
    <message>
      <source>Kinds of settings</source>
      <translation>Arten von Einstellungen</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Language of the window from the next start; what is not translated stays English. Reports stay English.</source>
      <translation>Sprache des Fensters ab dem nächsten Start; nicht Übersetztes bleibt englisch. Berichte bleiben englisch.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Nothing can be saved until this is mended.</source>
      <translation>Nichts kann gesichert werden, bis dies berichtigt ist.</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>Papier</translation>
    </message>
    <message>
      <source>Paper size of reports.</source>
      <translation>Papierformat der Berichte.</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Prior of male</source>
      <translation>A-priori männlich</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Size of the text, in per cent of what the system gives; the columns are laid out for it at the next start.</source>
      <translation>Größe der Schrift in Prozent dessen, was das System vorgibt; die Spalten richten sich beim nächsten Start danach.</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Schriftgröße</translation>
    </message>
    <message>
      <source>The agency under which new incidents are kept, and the name suggested for a new site authority.</source>
      <translation>Die Behörde, unter der neue Ereignisse geführt werden, und der Namensvorschlag für eine neue Zertifizierungsstelle.</translation>
    </message>
    <message>
      <source>The casebook that opens when the window starts. Changing it moves nothing.</source>
      <translation>Das Fallbuch, das sich beim Start öffnet. Eine Änderung verschiebt nichts.</translation>
    </message>
    <message>
      <source>The network that examines from now on. What was examined keeps its own.</source>
      <translation>Das Netz, das von jetzt an untersucht. Untersuchtes behält seines.</translation>
    </message>
    <message>
      <source>The probability of male before the radiograph was seen. It moves the posterior, never the likelihood ratio.</source>
      <translation>Die Wahrscheinlichkeit für männlich, bevor die Aufnahme gesehen wurde. Sie verschiebt die A-posteriori-Wahrscheinlichkeit, nie das Likelihood-Verhältnis.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Darstellung</translation>
    </message>
    <message>
      <source>This changes estimates made from now on ({names}); the custody log records it. What was examined keeps its own.</source>
      <translation>Das ändert Schätzungen von jetzt an ({names}); das Gewahrsamsbuch hält es fest. Untersuchtes behält das Seine.</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Threads of the CPU. Another number may change the last digits, so it is recorded with each examination.</source>
      <translation>Rechenfäden des Prozessors. Eine andere Zahl kann die letzten Stellen ändern und wird deshalb mit jeder Untersuchung festgehalten.</translation>
    </message>
    <message>
      <source>What saving changes</source>
      <translation>Was das Sichern ändert</translation>
    </message>
    <message>
      <source>What you changed changes no estimate.</source>
      <translation>Was Sie geändert haben, ändert keine Schätzung.</translation>
    </message>
    <message>
      <source>Where models lie that you added, beside those that ship.</source>
      <translation>Wo Modelle liegen, die Sie hinzugefügt haben, neben den mitgelieferten.</translation>
    </message>
    <message>
      <source>Where reports are issued: it stands in the report beside the time.</source>
      <translation>Wo Berichte ausgestellt werden: steht im Bericht neben der Zeit.</translation>
    </message>
    <message>
      <source>Where the network computes. Reports rest on the CPU; a GPU is taken only where its driver answers.</source>
      <translation>Wo das Netz rechnet. Berichte beruhen auf dem Prozessor; eine Grafikkarte wird nur genommen, wenn ihr Treiber antwortet.</translation>
    </message>
    <message>
      <source>Who works when a casebook is opened, without being asked; claimed until a key is unlocked.</source>
      <translation>Wer arbeitet, wenn ein Fallbuch geöffnet wird, ohne Nachfrage; behauptet, bis ein Schlüssel entsperrt ist.</translation>
    </message>
    <message>
      <source>Your full name</source>
      <translation>Ihr voller Name</translation>
    </message>
    <message>
      <source>Your signing identity, a .p12 file, offered first when you sign.</source>
      <translation>Ihre Signaturidentität, eine .p12-Datei, beim Signieren zuerst angeboten.</translation>
    </message>
    <message>
      <source>auto: the reference path, the CPU</source>
      <translation>auto: der Referenzweg, der Prozessor</translation>
    </message>
    <message>
      <source>dark</source>
      <translation>dunkel</translation>
    </message>
    <message>
      <source>light</source>
      <translation>hell</translation>
    </message>
    <message>
      <source>the one that ships as default</source>
      <translation>das mitgelieferte Standardmodell</translation>
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>Beside them: the wheel zooms at the cursor, the left button moves, the right button sets the window.</source>
      <translation>Daneben: das Mausrad vergrößert am Zeiger, die linke Taste verschiebt, die rechte stellt das Fenster ein.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <source>Keys and what they do</source>
      <translation>Tasten und was sie tun</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search the shortcuts</source>
      <translation>Tastenkürzel durchsuchen</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>Was sie tut</translation>
    </message>
  </context>
  <context>
    <name>ShortcutTable</name>
    <message>
      <source>&amp;As it ships</source>
      <translation>&amp;Wie geliefert</translation>
    </message>
    <message>
      <source>&amp;No key</source>
      <translation>&amp;Keine Taste</translation>
    </message>
    <message>
      <source>&amp;Use this key</source>
      <translation>Diese Taste &amp;nehmen</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Aktion</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
      <source>As it ships</source>
      <translation>Wie geliefert</translation>
    </message>
    <message>
      <source>Choose an action, press a key in the field, and use it. A key that another action has is refused.</source>
      <translation>Eine Aktion wählen, im Feld eine Taste drücken und sie nehmen. Eine Taste, die eine andere Aktion hat, wird abgelehnt.</translation>
    </message>
    <message>
      <source>Give the chosen action back the key that it ships with</source>
      <translation>Der gewählten Aktion ihre gelieferte Taste zurückgeben</translation>
    </message>
    <message>
      <source>Give the key to the chosen action</source>
      <translation>Der gewählten Aktion die Taste geben</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <source>New key for the chosen action</source>
      <translation>Neue Taste für die gewählte Aktion</translation>
    </message>
    <message>
      <source>Press the key that you want</source>
      <translation>Die gewünschte Taste drücken</translation>
    </message>
    <message>
      <source>Take the key from the chosen action</source>
      <translation>Der gewählten Aktion die Taste nehmen</translation>
    </message>
    <message>
      <source>{key} belongs to “{action}”. Take it away there first, or choose another.</source>
      <translation>{key} gehört zu „{action}“. Dort zuerst wegnehmen oder eine andere wählen.</translation>
    </message>
  </context>
  <context>
    <name>SideColumns</name>
    <message>
      <source>Show the &amp;worklist</source>
      <translation>Arbeits&amp;liste zeigen</translation>
    </message>
    <message>
      <source>Show the e&amp;xamination column</source>
      <translation>Spalte der Unte&amp;rsuchung zeigen</translation>
    </message>
    <message>
      <source>The examination, or its place for the radiograph</source>
      <translation>Die Untersuchung, oder ihr Platz für die Aufnahme</translation>
    </message>
    <message>
      <source>The worklist, or its place for the radiograph</source>
      <translation>Die Arbeitsliste, oder ihr Platz für die Aufnahme</translation>
    </message>
  </context>
  <context>
    <name>SignInDialog</name>
    <message>
      <source>Full name</source>
      <translation>Voller Name</translation>
    </message>
    <message>
      <source>How it is shown who works</source>
      <translation>Wie gezeigt wird, wer arbeitet</translation>
    </message>
    <message>
      <source>PIN of the card</source>
      <translation>PIN der Karte</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Qualification</source>
      <translation>Qualifikation</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <source>Say who works: the full name is missing.</source>
      <translation>Sagen Sie, wer arbeitet: der volle Name fehlt.</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>Gezeigt</translation>
    </message>
    <message>
      <source>The PIN of the card is needed.</source>
      <translation>Die PIN der Karte wird gebraucht.</translation>
    </message>
    <message>
      <source>The card cannot be used as it is.</source>
      <translation>Die Karte ist so nicht zu gebrauchen.</translation>
    </message>
    <message>
      <source>The passphrase of the identity is needed.</source>
      <translation>Die Passphrase der Identität wird gebraucht.</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>Was fehlt</translation>
    </message>
    <message>
      <source>What you do is recorded in the custody log under this name, as claimed, or by your key where you unlock it. The signature on a report is made with your key either way.</source>
      <translation>Was Sie tun, wird im Gewahrsamsbuch unter diesem Namen festgehalten, als behauptet, oder durch Ihren Schlüssel, wenn Sie ihn entsperren. Die Signatur eines Berichts wird in jedem Fall mit Ihrem Schlüssel gemacht.</translation>
    </message>
    <message>
      <source>Who works?</source>
      <translation>Wer arbeitet?</translation>
    </message>
    <message>
      <source>by name, as claimed</source>
      <translation>durch den Namen, als behauptet</translation>
    </message>
    <message>
      <source>by the card of {name}</source>
      <translation>durch die Karte von {name}</translation>
    </message>
    <message>
      <source>by the key of {name}</source>
      <translation>durch den Schlüssel von {name}</translation>
    </message>
    <message>
      <source>unlocking the key</source>
      <translation>der Schlüssel wird entsperrt</translation>
    </message>
  </context>
  <context>
    <name>SigningDialog</name>
    <message>
      <source>&amp;Confirm the clock …</source>
      <translation>Uhr &amp;bestätigen …</translation>
    </message>
    <message>
      <source>&amp;New identity …</source>
      <translation>&amp;Neue Identität …</translation>
    </message>
    <message>
      <source>&amp;Time-stamp by the site's service</source>
      <translation>&amp;Zeitstempel vom Dienst der Stelle</translation>
    </message>
    <message>
      <source>A card cannot hold the site's time-stamp service.</source>
      <translation>Eine Karte kann den Zeitstempeldienst der Stelle nicht enthalten.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Make a signing identity</source>
      <translation>Eine Signaturidentität erstellen</translation>
    </message>
    <message>
      <source>The clock is right now and was wrong before: say so, and sign again</source>
      <translation>Die Uhr geht jetzt richtig und ging vorher falsch: sagen Sie es und signieren Sie noch einmal</translation>
    </message>
    <message>
      <source>The signature carries the time of this computer's clock, as the signer's own statement.</source>
      <translation>Die Signatur trägt die Zeit der Uhr dieses Rechners, als eigene Angabe der Signierenden.</translation>
    </message>
    <message>
      <source>The site's service signs the time beside your signature. It takes it from this computer's clock: it dates the signature for others, not against those who hold the service.</source>
      <translation>Der Dienst der Stelle signiert die Zeit neben Ihrer Signatur. Er nimmt sie von der Uhr dieses Rechners: er datiert die Signatur für andere, nicht gegenüber denen, die den Dienst innehaben.</translation>
    </message>
    <message>
      <source>The site's time-stamp service was not handed to this identity: “{command}” does it.</source>
      <translation>Der Zeitstempeldienst der Stelle wurde dieser Identität nicht übergeben: „{command}“ tut es.</translation>
    </message>
    <message>
      <source>There is no signing identity in this casebook yet: make a new one, or name another file.</source>
      <translation>In diesem Fallbuch ist noch keine Signaturidentität: eine neue erstellen oder eine andere Datei nennen.</translation>
    </message>
    <message>
      <source>This site has no time-stamp service; a new identity can be made with one.</source>
      <translation>Diese Stelle hat keinen Zeitstempeldienst; mit einer neuen Identität kann einer angelegt werden.</translation>
    </message>
    <message>
      <source>What verification says</source>
      <translation>Was die Prüfung sagt</translation>
    </message>
    <message>
      <source>Who dates the signature</source>
      <translation>Wer die Signatur datiert</translation>
    </message>
    <message>
      <source>signing the report</source>
      <translation>der Bericht wird signiert</translation>
    </message>
  </context>
  <context>
    <name>SitesDialog</name>
    <message>
      <source>&amp;Add a record …</source>
      <translation>Nachweis &amp;hinzufügen …</translation>
    </message>
    <message>
      <source>&amp;Use it from now on</source>
      <translation>Ab jetzt &amp;benutzen</translation>
    </message>
    <message>
      <source>A site record is your own validation of the model, signed; `forensix evaluate --site` makes it. Under a record in use the range of ages is that of your validation. Estimates made before keep their own.</source>
      <translation>Ein Standortnachweis ist Ihre eigene Validierung des Modells, signiert; `forensix evaluate --site` erstellt ihn. Unter einem benutzten Nachweis gilt der Altersbereich Ihrer Validierung. Frühere Schätzungen behalten den ihren.</translation>
    </message>
    <message>
      <source>Choose a record that is not in use.</source>
      <translation>Wählen Sie einen Nachweis, der nicht benutzt wird.</translation>
    </message>
    <message>
      <source>Estimates are made under the model's own validation from now on.</source>
      <translation>Schätzungen entstehen ab jetzt unter der eigenen Validierung des Modells.</translation>
    </message>
    <message>
      <source>Estimates are made under the record of {name} from now on.</source>
      <translation>Schätzungen entstehen ab jetzt unter dem Nachweis von {name}.</translation>
    </message>
    <message>
      <source>Folder of a site record</source>
      <translation>Ordner eines Standortnachweises</translation>
    </message>
    <message>
      <source>Site records</source>
      <translation>Standortnachweise</translation>
    </message>
    <message>
      <source>The folder of a signed site record</source>
      <translation>Der Ordner eines signierten Standortnachweises</translation>
    </message>
    <message>
      <source>The record of {name} is checked and kept; it is not in use yet.</source>
      <translation>Der Nachweis von {name} ist geprüft und verwahrt; er wird noch nicht benutzt.</translation>
    </message>
    <message>
      <source>checking the site record</source>
      <translation>Standortnachweis wird geprüft</translation>
    </message>
    <message>
      <source>no site record: the model's own validation</source>
      <translation>kein Standortnachweis: die eigene Validierung des Modells</translation>
    </message>
    <message>
      <source>using the site record</source>
      <translation>Standortnachweis wird benutzt</translation>
    </message>
    <message>
      <source>{record} (in use)</source>
      <translation>{record} (benutzt)</translation>
    </message>
  </context>
  <context>
    <name>Stage</name>
    <message>
      <source>Radiograph that is compared</source>
      <translation>Verglichene Aufnahme</translation>
    </message>
    <message>
      <source>as many pixels to a millimetre; the pixels of the two screens may differ in size</source>
      <translation>gleich viele Pixel je Millimeter; die Pixel der beiden Schirme können verschieden groß sein</translation>
    </message>
    <message>
      <source>not the same scale: the second is shown {ratio} times as large</source>
      <translation>nicht derselbe Maßstab: die zweite wird {ratio}-mal so groß gezeigt</translation>
    </message>
    <message>
      <source>same scale in millimetres</source>
      <translation>gleicher Maßstab in Millimetern</translation>
    </message>
    <message>
      <source>sizes cannot be compared: spacing not calibrated</source>
      <translation>Größen nicht vergleichbar: Abstand nicht kalibriert</translation>
    </message>
  </context>
  <context>
    <name>StateScreen</name>
    <message>
      <source>&amp;Copy this</source>
      <translation>Dies &amp;kopieren</translation>
    </message>
    <message>
      <source>Copy what is said here</source>
      <translation>Kopieren, was hier steht</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <source>State of the program</source>
      <translation>Zustand des Programms</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>Was geschah</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>Was zu tun ist</translation>
    </message>
    <message>
      <source>What was kept</source>
      <translation>Was erhalten ist</translation>
    </message>
  </context>
  <context>
    <name>States</name>
    <message>
      <source>&amp;First page</source>
      <translation>&amp;Erste Seite</translation>
    </message>
    <message>
      <source>&amp;Go on</source>
      <translation>&amp;Weiter</translation>
    </message>
    <message>
      <source>&amp;Leave it</source>
      <translation>&amp;Lassen</translation>
    </message>
    <message>
      <source>&amp;Mend it</source>
      <translation>&amp;Beheben</translation>
    </message>
    <message>
      <source>&amp;Open another …</source>
      <translation>&amp;Anderes öffnen …</translation>
    </message>
    <message>
      <source>&amp;Settings …</source>
      <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
      <source>&amp;Try again</source>
      <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
      <source>All that was recorded before; nothing of this act was written.</source>
      <translation>Alles vorher Festgehaltene; von dieser Handlung wurde nichts geschrieben.</translation>
    </message>
    <message>
      <source>Another program holds the casebook</source>
      <translation>Ein anderes Programm hält das Fallbuch</translation>
    </message>
    <message>
      <source>Back to the work</source>
      <translation>Zurück zur Arbeit</translation>
    </message>
    <message>
      <source>Choose another device</source>
      <translation>Ein anderes Gerät wählen</translation>
    </message>
    <message>
      <source>Choose another model</source>
      <translation>Ein anderes Modell wählen</translation>
    </message>
    <message>
      <source>Close the other program, or let it finish, and try again.</source>
      <translation>Das andere Programm schließen oder fertig werden lassen, dann erneut versuchen.</translation>
    </message>
    <message>
      <source>Connect its disk, or put the folder back, and try again; or open the casebook where it is now.</source>
      <translation>Den Datenträger anschließen oder den Ordner zurücklegen und erneut versuchen; oder das Fallbuch dort öffnen, wo es jetzt ist.</translation>
    </message>
    <message>
      <source>Create a &amp;new one …</source>
      <translation>&amp;Neues anlegen …</translation>
    </message>
    <message>
      <source>Create a casebook</source>
      <translation>Fallbuch anlegen</translation>
    </message>
    <message>
      <source>Demonstration, quick look</source>
      <translation>Vorführung, kurzer Blick</translation>
    </message>
    <message>
      <source>Every act that was recorded is kept: each is whole in the casebook, or it is not there. Checking …</source>
      <translation>Jede festgehaltene Handlung bleibt: jede steht ganz im Fallbuch oder gar nicht. Es wird geprüft …</translation>
    </message>
    <message>
      <source>Everything: it was not touched.</source>
      <translation>Alles: es wurde nicht angerührt.</translation>
    </message>
    <message>
      <source>Go on with the CPU, or set the device to auto. A GPU needs its maker's driver; `forensix doctor` says what is seen.</source>
      <translation>Mit dem Prozessor weiterarbeiten oder das Gerät auf auto stellen. Eine Grafikkarte braucht den Treiber ihres Herstellers; `forensix doctor` sagt, was zu sehen ist.</translation>
    </message>
    <message>
      <source>Go on with the defaults for now; the file stays as it is</source>
      <translation>Vorerst mit den Vorgaben weiterarbeiten; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
      <source>Go on with the defaults; the old file is kept under another name</source>
      <translation>Mit den Vorgaben weiterarbeiten; die alte Datei bleibt unter anderem Namen</translation>
    </message>
    <message>
      <source>Go on. What you had typed and not locked must be typed again; a file that was being received is given again.</source>
      <translation>Weiterarbeiten. Was getippt und nicht gesperrt war, ist neu zu tippen; eine Datei, die gerade angenommen wurde, ist neu zu geben.</translation>
    </message>
    <message>
      <source>Keep what can be used; the old file is kept too</source>
      <translation>Behalten, was brauchbar ist; die alte Datei bleibt ebenfalls</translation>
    </message>
    <message>
      <source>Mend it: what can be used is kept, the lines below are left out. Or set it aside and go on with the defaults. Either way the old file stays beside it under another name. Or put it right yourself and start again: {remedy}</source>
      <translation>Beheben: was brauchbar ist, bleibt, die Zeilen unten fallen weg. Oder beiseitelegen und mit den Vorgaben weiterarbeiten. In beiden Fällen bleibt die alte Datei unter anderem Namen daneben. Oder selbst berichtigen und neu starten: {remedy}</translation>
    </message>
    <message>
      <source>No GPU answers</source>
      <translation>Keine Grafikkarte antwortet</translation>
    </message>
    <message>
      <source>Nothing is lost. The network computes on the CPU, which is the path that reports rest on; it takes longer.</source>
      <translation>Nichts ist verloren. Das Netz rechnet auf dem Prozessor, dem Weg, auf dem Berichte beruhen; es dauert länger.</translation>
    </message>
    <message>
      <source>Open a casebook in another folder</source>
      <translation>Ein Fallbuch in einem anderen Ordner öffnen</translation>
    </message>
    <message>
      <source>Open the same casebook again</source>
      <translation>Dasselbe Fallbuch erneut öffnen</translation>
    </message>
    <message>
      <source>Radiographs can be received, looked at, observed and reported as before; earlier estimates stay. None is made with this model.</source>
      <translation>Aufnahmen können wie bisher angenommen, angesehen, beobachtet und berichtet werden; frühere Schätzungen bleiben. Mit diesem Modell wird keine erstellt.</translation>
    </message>
    <message>
      <source>Set it &amp;aside</source>
      <translation>Beiseite&amp;legen</translation>
    </message>
    <message>
      <source>The casebook cannot be read</source>
      <translation>Das Fallbuch kann nicht gelesen werden</translation>
    </message>
    <message>
      <source>The casebook is not there</source>
      <translation>Das Fallbuch ist nicht da</translation>
    </message>
    <message>
      <source>The casebook is of a newer forensix</source>
      <translation>Das Fallbuch stammt von einem neueren forensix</translation>
    </message>
    <message>
      <source>The disk is full</source>
      <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
      <source>The file as it is, and the originals beside it.</source>
      <translation>Die Datei, wie sie ist, und die Originale daneben.</translation>
    </message>
    <message>
      <source>The file, as it is. Until it is mended the window works with the defaults: other estimates may be made than with your own rule, prior or model.</source>
      <translation>Die Datei, wie sie ist. Bis sie behoben ist, arbeitet das Fenster mit den Vorgaben: es können andere Schätzungen entstehen als mit Ihrer eigenen Regel, Ihrem A-priori-Wert oder Modell.</translation>
    </message>
    <message>
      <source>The model is refused</source>
      <translation>Das Modell wird abgelehnt</translation>
    </message>
    <message>
      <source>The settings ask for {device}, and its driver does not answer on this computer.</source>
      <translation>Die Einstellungen verlangen {device}; dessen Treiber antwortet auf diesem Rechner nicht.</translation>
    </message>
    <message>
      <source>The settings file cannot be used</source>
      <translation>Die Einstellungsdatei ist nicht brauchbar</translation>
    </message>
    <message>
      <source>The window of {started} ended without being closed: the program or the computer stopped.</source>
      <translation>Das Fenster vom {started} endete, ohne geschlossen zu werden: das Programm oder der Rechner blieb stehen.</translation>
    </message>
    <message>
      <source>There is no casebook in {folder} any more.</source>
      <translation>In {folder} ist kein Fallbuch mehr.</translation>
    </message>
    <message>
      <source>Whatever was recorded is in the folder that was moved. What you typed here and did not lock is still in the window.</source>
      <translation>Was festgehalten wurde, ist in dem verschobenen Ordner. Was Sie hier getippt und nicht gesperrt haben, steht noch im Fenster.</translation>
    </message>
    <message>
      <source>checking what was kept</source>
      <translation>es wird geprüft, was erhalten ist</translation>
    </message>
    <message>
      <source>forensix was not closed the last time</source>
      <translation>forensix wurde das letzte Mal nicht geschlossen</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>  ·  then: {title}</source>
      <translation>  ·  danach: {title}</translation>
    </message>
    <message>
      <source>  ·  {n} of {whole}</source>
      <translation>  ·  {n} von {whole}</translation>
    </message>
    <message>
      <source>, by key</source>
      <translation>, durch Schlüssel</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Hold the batch after the item at work, or go on with it; looking and single acts go on meanwhile</source>
      <translation>Den Stapel nach dem laufenden Stück anhalten oder fortsetzen; Ansehen und einzelne Handlungen gehen weiter</translation>
    </message>
    <message>
      <source>Pa&amp;use the batch</source>
      <translation>Stapel an&amp;halten</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Bereit</translation>
    </message>
    <message>
      <source>Stop after the item at work; what is done stays done</source>
      <translation>Nach dem laufenden Stück anhalten; Erledigtes bleibt</translation>
    </message>
    <message>
      <source>What is being done</source>
      <translation>Was getan wird</translation>
    </message>
    <message>
      <source>device: {device}</source>
      <translation>Gerät: {device}</translation>
    </message>
    <message>
      <source>nobody signed in</source>
      <translation>niemand angemeldet</translation>
    </message>
    <message>
      <source>paused: </source>
      <translation>angehalten: </translation>
    </message>
    <message>
      <source>stopping: </source>
      <translation>wird angehalten: </translation>
    </message>
    <message>
      <source>○ the casebook is not there</source>
      <translation>○ das Fallbuch ist nicht da</translation>
    </message>
    <message>
      <source>○ working</source>
      <translation>○ arbeitet</translation>
    </message>
    <message>
      <source>● saved</source>
      <translation>● gesichert</translation>
    </message>
  </context>
  <context>
    <name>TagsTab</name>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Kopieren</translation>
    </message>
    <message>
      <source>Copy the selected fields, or all that are shown</source>
      <translation>Die gewählten Felder kopieren, oder alle gezeigten</translation>
    </message>
    <message>
      <source>Covered until your own observation is locked, as they may speak of the person: {n} of {whole} fields.</source>
      <translation>Verdeckt, bis Ihre eigene Beobachtung gesperrt ist, weil sie von der Person sprechen können: {n} von {whole} Feldern.</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Feld</translation>
    </message>
    <message>
      <source>Header of the file</source>
      <translation>Kopfdaten der Datei</translation>
    </message>
    <message>
      <source>Keyword or text; several words narrow it</source>
      <translation>Stichwort oder Text; mehrere Wörter grenzen ein</translation>
    </message>
    <message>
      <source>Search the header</source>
      <translation>Kopfdaten durchsuchen</translation>
    </message>
    <message>
      <source>Search the header of the file</source>
      <translation>Kopfdaten der Datei durchsuchen</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>What of the header is covered</source>
      <translation>Was von den Kopfdaten verdeckt ist</translation>
    </message>
    <message>
      <source>{shown} of {whole} fields</source>
      <translation>{shown} von {whole} Feldern</translation>
    </message>
  </context>
  <context>
    <name>TargetField</name>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Say where to write it.</source>
      <translation>Sagen Sie, wohin geschrieben wird.</translation>
    </message>
    <message>
      <source>There is no folder {folder}.</source>
      <translation>Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
      <source>{name} is there already; nothing is overwritten. Choose another name.</source>
      <translation>{name} gibt es schon; nichts wird überschrieben. Wählen Sie einen anderen Namen.</translation>
    </message>
  </context>
  <context>
    <name>TrustDialog</name>
    <message>
      <source>&amp;Trust it</source>
      <translation>Ihr &amp;vertrauen</translation>
    </message>
    <message>
      <source>Choose the revocation list</source>
      <translation>Sperrliste wählen</translation>
    </message>
    <message>
      <source>Choose the root certificate</source>
      <translation>Wurzelzertifikat wählen</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>For identities and cards that another authority has issued. Custody records it. The list runs out: trust the root again with a newer one. A role at this site is given on the command line: `forensix identity use FILE --role ROLE`.</source>
      <translation>Für Identitäten und Karten, die eine andere Stelle ausgestellt hat. Das Gewahrsamsbuch hält es fest. Die Liste läuft ab: vertrauen Sie der Wurzel wieder mit einer neueren. Eine Rolle hier wird auf der Befehlszeile gegeben: `forensix identity use FILE --role ROLE`.</translation>
    </message>
    <message>
      <source>Its revocation list</source>
      <translation>Ihre Sperrliste</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>Name the root certificate.</source>
      <translation>Nennen Sie das Wurzelzertifikat.</translation>
    </message>
    <message>
      <source>Nobody can sign under it until its revocation list is given too.</source>
      <translation>Niemand kann unter ihr signieren, bis auch ihre Sperrliste gegeben ist.</translation>
    </message>
    <message>
      <source>Revocation list</source>
      <translation>Sperrliste</translation>
    </message>
    <message>
      <source>Root</source>
      <translation>Wurzel</translation>
    </message>
    <message>
      <source>Root certificate</source>
      <translation>Wurzelzertifikat</translation>
    </message>
    <message>
      <source>Root certificate of the other authority</source>
      <translation>Wurzelzertifikat der anderen Stelle</translation>
    </message>
    <message>
      <source>Trust an authority</source>
      <translation>Einer Stelle vertrauen</translation>
    </message>
    <message>
      <source>Trusted. SHA-256 of the root, to be compared with what the authority says of it:
{sha256}</source>
      <translation>Anerkannt. SHA-256 der Wurzel, zu vergleichen mit dem, was die Stelle davon sagt:
{sha256}</translation>
    </message>
    <message>
      <source>nobody can sign under this authority without</source>
      <translation>ohne sie kann unter dieser Stelle niemand signieren</translation>
    </message>
    <message>
      <source>trusting an authority</source>
      <translation>die Stelle wird anerkannt</translation>
    </message>
  </context>
  <context>
    <name>UnfinishedBar</name>
    <message>
      <source>&amp;Go on</source>
      <translation>&amp;Weiter</translation>
    </message>
    <message>
      <source>A batch that is not finished</source>
      <translation>Ein Stapel, der nicht fertig ist</translation>
    </message>
    <message>
      <source>Do not ask again; what was done stays done</source>
      <translation>Nicht mehr fragen; Erledigtes bleibt</translation>
    </message>
    <message>
      <source>Do what is left of it; what was done is not done again</source>
      <translation>Den Rest erledigen; Erledigtes wird nicht wiederholt</translation>
    </message>
    <message>
      <source>Lea&amp;ve it</source>
      <translation>&amp;Lassen</translation>
    </message>
  </context>
  <context>
    <name>Upkeep</name>
    <message>
      <source>Choose a radiograph of the case in the list first.</source>
      <translation>Wählen Sie zuerst in der Liste eine Aufnahme des Falls.</translation>
    </message>
    <message>
      <source>running the network again</source>
      <translation>Netz wird erneut ausgeführt</translation>
    </message>
  </context>
  <context>
    <name>VerifiedDialog</name>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Verification</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>What verification says</source>
      <translation>Was die Prüfung sagt</translation>
    </message>
  </context>
  <context>
    <name>VerifyFileDialog</name>
    <message>
      <source>&amp;Verify</source>
      <translation>&amp;Prüfen</translation>
    </message>
    <message>
      <source>A list says what was revoked when it was made: take one that is newer than the report.</source>
      <translation>Eine Liste sagt, was gesperrt war, als sie gemacht wurde: nehmen Sie eine, die neuer ist als der Bericht.</translation>
    </message>
    <message>
      <source>Against</source>
      <translation>Gegen</translation>
    </message>
    <message>
      <source>Certificates</source>
      <translation>Zertifikate</translation>
    </message>
    <message>
      <source>Choose the report</source>
      <translation>Bericht wählen</translation>
    </message>
    <message>
      <source>Choose the revocation list</source>
      <translation>Sperrliste wählen</translation>
    </message>
    <message>
      <source>Choose the root certificate</source>
      <translation>Wurzelzertifikat wählen</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>Name the report.</source>
      <translation>Nennen Sie den Bericht.</translation>
    </message>
    <message>
      <source>Name the root certificate; without one the signer is not known, and no report is accepted.</source>
      <translation>Nennen Sie das Wurzelzertifikat; ohne eines ist die unterzeichnende Person nicht bekannt, und kein Bericht wird angenommen.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Reports</source>
      <translation>Berichte</translation>
    </message>
    <message>
      <source>Revocation list</source>
      <translation>Sperrliste</translation>
    </message>
    <message>
      <source>Revocation list of the same authority</source>
      <translation>Sperrliste derselben Zertifizierungsstelle</translation>
    </message>
    <message>
      <source>Revocation lists</source>
      <translation>Sperrlisten</translation>
    </message>
    <message>
      <source>Root</source>
      <translation>Wurzel</translation>
    </message>
    <message>
      <source>Root certificate</source>
      <translation>Wurzelzertifikat</translation>
    </message>
    <message>
      <source>Root certificate that you got by another way than the report</source>
      <translation>Wurzelzertifikat, das Sie auf anderem Weg als den Bericht bekommen haben</translation>
    </message>
    <message>
      <source>The report</source>
      <translation>Der Bericht</translation>
    </message>
    <message>
      <source>Verify a report file</source>
      <translation>Berichtsdatei prüfen</translation>
    </message>
    <message>
      <source>What it is checked against</source>
      <translation>Wogegen geprüft wird</translation>
    </message>
    <message>
      <source>What the list is for</source>
      <translation>Wozu die Liste dient</translation>
    </message>
    <message>
      <source>What verification says</source>
      <translation>Was die Prüfung sagt</translation>
    </message>
    <message>
      <source>Whether it is accepted</source>
      <translation>Ob es angenommen wird</translation>
    </message>
    <message>
      <source>Without a list nobody looks whether the signer's certificate was revoked: a report that was signed with a stolen key would be accepted. The list (crl.pem) comes from whoever vouches for the root, newer than the report.</source>
      <translation>Ohne Liste sieht niemand nach, ob das Zertifikat der unterzeichnenden Person gesperrt wurde: ein mit gestohlenem Schlüssel signierter Bericht würde angenommen. Die Liste (crl.pem) kommt von der Stelle, die für die Wurzel einsteht, und ist neuer als der Bericht.</translation>
    </message>
    <message>
      <source>a root certificate alone; nothing is recorded</source>
      <translation>nur ein Wurzelzertifikat; nichts wird festgehalten</translation>
    </message>
    <message>
      <source>this casebook: any changed byte is found, and custody records the check</source>
      <translation>dieses Fallbuch: jedes geänderte Byte wird gefunden, und das Gewahrsamsbuch hält die Prüfung fest</translation>
    </message>
    <message>
      <source>verifying the report</source>
      <translation>der Bericht wird geprüft</translation>
    </message>
  </context>
  <context>
    <name>WorklistFilter</name>
    <message>
      <source>&amp;Filter the list</source>
      <translation>Liste &amp;filtern</translation>
    </message>
    <message>
      <source>A filter is on: {filter}. Listed: {shown} of {whole}.</source>
      <translation>Ein Filter wirkt: {filter}. Aufgelistet: {shown} von {whole}.</translation>
    </message>
    <message>
      <source>All radiographs</source>
      <translation>Alle Aufnahmen</translation>
    </message>
    <message>
      <source>Case {number}</source>
      <translation>Fall {number}</translation>
    </message>
    <message>
      <source>Cases without a radiograph</source>
      <translation>Fälle ohne Aufnahme</translation>
    </message>
    <message>
      <source>Incident {name}</source>
      <translation>Ereignis {name}</translation>
    </message>
    <message>
      <source>List a&amp;ll</source>
      <translation>A&amp;lle auflisten</translation>
    </message>
    <message>
      <source>List a&amp;ll radiographs</source>
      <translation>A&amp;lle Aufnahmen auflisten</translation>
    </message>
    <message>
      <source>List all radiographs, those that wait for you, or those of one case or incident</source>
      <translation>Alle Aufnahmen auflisten, nur die, die auf Sie warten, oder nur die eines Falls oder Ereignisses</translation>
    </message>
    <message>
      <source>Neither filter nor search</source>
      <translation>Weder Filter noch Suche</translation>
    </message>
    <message>
      <source>Not concluded yet</source>
      <translation>Noch ohne Schlussfolgerung</translation>
    </message>
    <message>
      <source>Waiting for my observation</source>
      <translation>Warten auf meine Beobachtung</translation>
    </message>
    <message>
      <source>What the list is narrowed to</source>
      <translation>Worauf die Liste eingegrenzt ist</translation>
    </message>
    <message>
      <source>Which radiographs are listed</source>
      <translation>Welche Aufnahmen aufgelistet sind</translation>
    </message>
    <message>
      <source>Without a report yet</source>
      <translation>Noch ohne Bericht</translation>
    </message>
  </context>
  <context>
    <name>WorklistModel</name>
    <message>
      <source>Case</source>
      <translation>Fall</translation>
    </message>
    <message>
      <source>Conclusion: {what}</source>
      <translation>Schlussfolgerung: {what}</translation>
    </message>
    <message>
      <source>Estimate: {what}</source>
      <translation>Schätzung: {what}</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>Teil</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>Güte</translation>
    </message>
    <message>
      <source>Quality: {what}</source>
      <translation>Güte: {what}</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Typicality: {value}</source>
      <translation>Typizität: {value}</translation>
    </message>
    <message>
      <source>no finding</source>
      <translation>kein Befund</translation>
    </message>
    <message>
      <source>no radiograph</source>
      <translation>keine Aufnahme</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
  </context>
  <context>
    <name>wording</name>
    <message>
      <source>&amp;1:1</source>
      <translation>&amp;1:1</translation>
    </message>
    <message>
      <source>&amp;Angle</source>
      <translation>&amp;Winkel</translation>
    </message>
    <message>
      <source>&amp;Blocks</source>
      <translation>&amp;Blöcke</translation>
    </message>
    <message>
      <source>&amp;Compare</source>
      <translation>&amp;Vergleichen</translation>
    </message>
    <message>
      <source>&amp;Fit</source>
      <translation>Ein&amp;passen</translation>
    </message>
    <message>
      <source>&amp;Heatmap</source>
      <translation>&amp;Wärmebild</translation>
    </message>
    <message>
      <source>&amp;Invert</source>
      <translation>&amp;Umkehren</translation>
    </message>
    <message>
      <source>&amp;Label the mark</source>
      <translation>Marke &amp;beschriften</translation>
    </message>
    <message>
      <source>&amp;Mirror</source>
      <translation>&amp;Spiegeln</translation>
    </message>
    <message>
      <source>&amp;Next mark</source>
      <translation>&amp;Nächste Marke</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>&amp;Wiederholen</translation>
    </message>
    <message>
      <source>&amp;Redo {what}</source>
      <translation>&amp;Wiederholen: {what}</translation>
    </message>
    <message>
      <source>&amp;Reset</source>
      <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
      <source>&amp;Side by side</source>
      <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
      <source>&amp;Text</source>
      <translation>&amp;Text</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <source>&amp;Undo {what}</source>
      <translation>&amp;Rückgängig: {what}</translation>
    </message>
    <message>
      <source>1:1</source>
      <translation>1:1</translation>
    </message>
    <message>
      <source>A wrong PIN was typed at the card {token} since it was last opened; after some wrong ones it locks itself.</source>
      <translation>An der Karte {token} wurde seit dem letzten Öffnen eine falsche PIN getippt; nach einigen falschen sperrt sie sich.</translation>
    </message>
    <message>
      <source>Accuracy (forced choice)</source>
      <translation>Trefferquote (erzwungene Wahl)</translation>
    </message>
    <message>
      <source>Accuracy where it decides</source>
      <translation>Trefferquote, wo entschieden wird</translation>
    </message>
    <message>
      <source>Adults: {what}</source>
      <translation>Erwachsene: {what}</translation>
    </message>
    <message>
      <source>An estimate is not an identification, and a heatmap shows where the network responded, not why.</source>
      <translation>Eine Schätzung ist keine Identifizierung, und ein Wärmebild zeigt, wo das Netz reagierte, nicht warum.</translation>
    </message>
    <message>
      <source>Another examiner's conclusion is covered until your own observation is locked: {names}.</source>
      <translation>Die Schlussfolgerung einer anderen Untersucherin ist verdeckt, bis Ihre eigene Beobachtung gesperrt ist: {names}.</translation>
    </message>
    <message>
      <source>Area under the ROC curve</source>
      <translation>Fläche unter der ROC-Kurve</translation>
    </message>
    <message>
      <source>Arro&amp;w</source>
      <translation>Pfei&amp;l</translation>
    </message>
    <message>
      <source>As Grad-CAM, with weights that favour several separate places.</source>
      <translation>Wie Grad-CAM, mit Gewichten, die mehrere getrennte Orte begünstigen.</translation>
    </message>
    <message>
      <source>At a prior of {prior} for male the posterior is {male} male, {female} female.</source>
      <translation>Bei einer A-priori-Wahrscheinlichkeit von {prior} für männlich ist die A-posteriori-Wahrscheinlichkeit {male} männlich, {female} weiblich.</translation>
    </message>
    <message>
      <source>Back to the file's own window, upright, fitted</source>
      <translation>Zurück zum Fenster der Datei, aufrecht, eingepasst</translation>
    </message>
    <message>
      <source>Ble&amp;nd</source>
      <translation>Überb&amp;lenden</translation>
    </message>
    <message>
      <source>Both views move, turn and window together</source>
      <translation>Beide Ansichten bewegen, drehen und fenstern sich gemeinsam</translation>
    </message>
    <message>
      <source>Brighter</source>
      <translation>Heller</translation>
    </message>
    <message>
      <source>Cannot be told from this radiograph</source>
      <translation>Aus dieser Aufnahme nicht zu sagen</translation>
    </message>
    <message>
      <source>Case number, requester, incident and names are right and complete.</source>
      <translation>Fallnummer, Auftraggeber, Ereignis und Namen sind richtig und vollständig.</translation>
    </message>
    <message>
      <source>Channels times gradient, place by place. At the last layer of a network with mean pooling it is Grad-CAM.</source>
      <translation>Kanäle mal Gradient, Ort für Ort. An der letzten Schicht eines Netzes mit Mittelwertbildung ist es Grad-CAM.</translation>
    </message>
    <message>
      <source>Channels times the positive gradient, place by place; made for finer layers.</source>
      <translation>Kanäle mal positiver Gradient, Ort für Ort; für feinere Schichten gemacht.</translation>
    </message>
    <message>
      <source>Choose one mark after the other</source>
      <translation>Eine Marke nach der anderen wählen</translation>
    </message>
    <message>
      <source>Cllr (0 is best, 1 says nothing)</source>
      <translation>Cllr (0 ist das Beste, 1 sagt nichts)</translation>
    </message>
    <message>
      <source>Compare with another radiograph; “Stop the work” leaves it</source>
      <translation>Mit einer anderen Aufnahme vergleichen; „Arbeit anhalten“ beendet es</translation>
    </message>
    <message>
      <source>Compression</source>
      <translation>Kompression</translation>
    </message>
    <message>
      <source>Darker</source>
      <translation>Dunkler</translation>
    </message>
    <message>
      <source>Dates are plausible and in order: acquired, received, examined, concluded.</source>
      <translation>Die Zeitangaben sind plausibel und in der richtigen Reihenfolge: aufgenommen, angenommen, untersucht, beurteilt.</translation>
    </message>
    <message>
      <source>Do again what was taken back</source>
      <translation>Zurückgenommenes wiederholen</translation>
    </message>
    <message>
      <source>Exchange left and right on the screen</source>
      <translation>Links und rechts auf dem Schirm vertauschen</translation>
    </message>
    <message>
      <source>Expected calibration error</source>
      <translation>Erwarteter Kalibrierfehler</translation>
    </message>
    <message>
      <source>F&amp;licker</source>
      <translation>&amp;Wechselbild</translation>
    </message>
    <message>
      <source>Failed attempts, repeats and deviations are reported, not the best run alone.</source>
      <translation>Fehlversuche, Wiederholungen und Abweichungen sind berichtet, nicht nur der beste Durchlauf.</translation>
    </message>
    <message>
      <source>Female</source>
      <translation>Weiblich</translation>
    </message>
    <message>
      <source>Few pixels</source>
      <translation>Wenige Pixel</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Fit the radiograph into the window</source>
      <translation>Die Aufnahme ins Fenster einpassen</translation>
    </message>
    <message>
      <source>Have a new one made (File, New signing identity).</source>
      <translation>Lassen Sie einen neuen erstellen (Datei, Neue Signaturidentität).</translation>
    </message>
    <message>
      <source>Heatmap on or off</source>
      <translation>Wärmebild ein oder aus</translation>
    </message>
    <message>
      <source>Hi&amp;stogram</source>
      <translation>Hi&amp;stogramm</translation>
    </message>
    <message>
      <source>Histogram on or off</source>
      <translation>Histogramm ein oder aus</translation>
    </message>
    <message>
      <source>How it was computed</source>
      <translation>Wie gerechnet wurde</translation>
    </message>
    <message>
      <source>How much the output falls when a patch is flattened; no gradient, no layer but for its grid. Slow.</source>
      <translation>Wie weit die Ausgabe fällt, wenn ein Fleck eingeebnet wird; kein Gradient, eine Schicht nur für das Raster. Langsam.</translation>
    </message>
    <message>
      <source>I looked at every reported radiograph itself and locked my own observation before I saw the estimate or the conclusion.</source>
      <translation>Ich habe jede berichtete Aufnahme selbst angesehen und meine eigene Beobachtung gesperrt, bevor ich die Schätzung oder die Schlussfolgerung sah.</translation>
    </message>
    <message>
      <source>In English, as the report prints it.</source>
      <translation>Englisch, wie der Bericht es druckt.</translation>
    </message>
    <message>
      <source>Indeterminate</source>
      <translation>Unbestimmt</translation>
    </message>
    <message>
      <source>Invert black and white</source>
      <translation>Schwarz und weiß vertauschen</translation>
    </message>
    <message>
      <source>Issue a new version, which states the withdrawal.</source>
      <translation>Stellen Sie eine neue Fassung aus, die die Zurückziehung nennt.</translation>
    </message>
    <message>
      <source>It is back in case {new}; what was done with it there counts again.</source>
      <translation>Sie ist wieder in Fall {new}; was dort mit ihr getan wurde, gilt wieder.</translation>
    </message>
    <message>
      <source>It is settled to whom the report may be released.</source>
      <translation>Es ist geklärt, wem der Bericht herausgegeben werden darf.</translation>
    </message>
    <message>
      <source>It was received into case {new} as part {part}: observe and examine it there.</source>
      <translation>Sie wurde in Fall {new} als Teil {part} angenommen: Beobachten und untersuchen Sie sie dort.</translation>
    </message>
    <message>
      <source>Item, body side and view in the report are those of the radiograph.</source>
      <translation>Stück, Körperseite und Projektion im Bericht sind die der Aufnahme.</translation>
    </message>
    <message>
      <source>Likelihood ratio held back</source>
      <translation>Likelihood-Verhältnis begrenzt</translation>
    </message>
    <message>
      <source>Lin&amp;ked</source>
      <translation>Verkn&amp;üpft</translation>
    </message>
    <message>
      <source>Living or remains: {who}</source>
      <translation>Lebende oder Überreste: {who}</translation>
    </message>
    <message>
      <source>Made-up radiographs</source>
      <translation>Künstliche Aufnahmen</translation>
    </message>
    <message>
      <source>Male</source>
      <translation>Männlich</translation>
    </message>
    <message>
      <source>Measure a length: two points; millimetres only where the spacing is calibrated</source>
      <translation>Eine Länge messen: zwei Punkte; Millimeter nur, wo der Abstand kalibriert ist</translation>
    </message>
    <message>
      <source>Measure an angle: arm, apex, arm</source>
      <translation>Einen Winkel messen: Schenkel, Scheitel, Schenkel</translation>
    </message>
    <message>
      <source>Narrower window</source>
      <translation>Engeres Fenster</translation>
    </message>
    <message>
      <source>Narrower window: more contrast</source>
      <translation>Engeres Fenster: mehr Kontrast</translation>
    </message>
    <message>
      <source>No key of {name} is at hand: the dialog makes one (New identity) or takes its file (Other file).</source>
      <translation>Kein Schlüssel von {name} ist zur Hand: der Dialog erstellt einen (Neue Identität) oder nimmt seine Datei (Andere Datei).</translation>
    </message>
    <message>
      <source>No result</source>
      <translation>Kein Ergebnis</translation>
    </message>
    <message>
      <source>Not evaluated</source>
      <translation>Nicht bewertet</translation>
    </message>
    <message>
      <source>Not fully grown</source>
      <translation>Nicht ausgewachsen</translation>
    </message>
    <message>
      <source>Nothing concluded is left there for a new version.</source>
      <translation>Für eine neue Fassung ist dort nichts Geschlussfolgertes mehr da.</translation>
    </message>
    <message>
      <source>Nothing was received into case {number} yet.</source>
      <translation>In den Fall {number} wurde noch nichts angenommen.</translation>
    </message>
    <message>
      <source>On whom it was measured</source>
      <translation>An wem gemessen wurde</translation>
    </message>
    <message>
      <source>One radiograph in place of the other, by turns</source>
      <translation>Eine Aufnahme an der Stelle der anderen, abwechselnd</translation>
    </message>
    <message>
      <source>One radiograph pixel to one screen pixel</source>
      <translation>Ein Pixel der Aufnahme auf ein Pixel des Schirms</translation>
    </message>
    <message>
      <source>One radiograph through the other</source>
      <translation>Eine Aufnahme durch die andere</translation>
    </message>
    <message>
      <source>One try is left: after another wrong PIN the card {token} locks itself. Ask who issued it if you are unsure.</source>
      <translation>Ein Versuch bleibt: nach einer weiteren falschen PIN sperrt sich die Karte {token}. Fragen Sie im Zweifel, wer sie ausgegeben hat.</translation>
    </message>
    <message>
      <source>Point at something: tail, then tip</source>
      <translation>Auf etwas zeigen: Ende, dann Spitze</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>Güte</translation>
    </message>
    <message>
      <source>R&amp;uler</source>
      <translation>&amp;Lineal</translation>
    </message>
    <message>
      <source>Receipt and custody of every item are recorded without a gap.</source>
      <translation>Annahme und Gewahrsam jedes Stücks sind lückenlos festgehalten.</translation>
    </message>
    <message>
      <source>Receive files into it (File menu), correct its facts (Work menu), or read its custody.</source>
      <translation>Nehmen Sie Dateien in ihn an (Menü Datei), berichtigen Sie seine Angaben (Menü Arbeit) oder lesen Sie seinen Gewahrsam.</translation>
    </message>
    <message>
      <source>Recipe {recipe}, backbone {backbone}, weights SHA-256 {sha256}</source>
      <translation>Rezept {recipe}, Netz {backbone}, SHA-256 der Gewichte {sha256}</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Maßstab</translation>
    </message>
    <message>
      <source>Scale &amp;bar</source>
      <translation>Maßsta&amp;b</translation>
    </message>
    <message>
      <source>Scale bar on or off; there is one where the pixel spacing is known</source>
      <translation>Maßstab ein oder aus; es gibt ihn, wo der Pixelabstand bekannt ist</translation>
    </message>
    <message>
      <source>Second s&amp;creen</source>
      <translation>&amp;Zweiter Schirm</translation>
    </message>
    <message>
      <source>Sensitivity, female</source>
      <translation>Sensitivität, weiblich</translation>
    </message>
    <message>
      <source>Sensitivity, male</source>
      <translation>Sensitivität, männlich</translation>
    </message>
    <message>
      <source>Show the map's own grid instead of smoothing it</source>
      <translation>Das eigene Raster der Karte zeigen, statt sie zu glätten</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>Seite</translation>
    </message>
    <message>
      <source>Side contradicts the file</source>
      <translation>Seite widerspricht der Datei</translation>
    </message>
    <message>
      <source>Side known, the hand is read once: log10 {bound}</source>
      <translation>Seite bekannt, die Hand wird einmal gelesen: log10 {bound}</translation>
    </message>
    <message>
      <source>Side unknown, it is read both ways: log10 {bound}</source>
      <translation>Seite unbekannt, sie wird auf beide Arten gelesen: log10 {bound}</translation>
    </message>
    <message>
      <source>Side {side}, view {view}.</source>
      <translation>Seite {side}, Projektion {view}.</translation>
    </message>
    <message>
      <source>Size and compression</source>
      <translation>Größe und Kompression</translation>
    </message>
    <message>
      <source>Skeletal age {months} months ({years} years); 95 % prediction interval {low} to {high} months.</source>
      <translation>Skelettalter {months} Monate ({years} Jahre); 95-%-Vorhersageintervall {low} bis {high} Monate.</translation>
    </message>
    <message>
      <source>Skeletal age: mean absolute error, months</source>
      <translation>Skelettalter: mittlerer absoluter Fehler, Monate</translation>
    </message>
    <message>
      <source>Skeletal age: within its 95 % interval</source>
      <translation>Skelettalter: innerhalb seines 95-%-Intervalls</translation>
    </message>
    <message>
      <source>Stored, and the receipt was not recorded; to be given again: {n}.</source>
      <translation>Abgelegt, und die Annahme ist nicht festgehalten; noch einmal zu geben: {n}.</translation>
    </message>
    <message>
      <source>Take back the last change of the view or of a mark</source>
      <translation>Die letzte Änderung der Ansicht oder einer Marke zurücknehmen</translation>
    </message>
    <message>
      <source>Take the chosen mark away; the casebook keeps it</source>
      <translation>Die gewählte Marke wegnehmen; das Fallbuch behält sie</translation>
    </message>
    <message>
      <source>Take the mark a&amp;way</source>
      <translation>Marke &amp;wegnehmen</translation>
    </message>
    <message>
      <source>The card {token} is in no reader: put it in. It is noticed by itself.</source>
      <translation>Die Karte {token} steckt in keinem Leser: stecken Sie sie ein. Das wird von selbst bemerkt.</translation>
    </message>
    <message>
      <source>The card {token} is in the reader.</source>
      <translation>Die Karte {token} steckt im Leser.</translation>
    </message>
    <message>
      <source>The card {token} is locked after too many wrong PINs: unlock it with its PUK, or ask who issued it.</source>
      <translation>Die Karte {token} ist nach zu vielen falschen PINs gesperrt: entsperren Sie sie mit ihrer PUK, oder fragen Sie, wer sie ausgegeben hat.</translation>
    </message>
    <message>
      <source>The card {token} says that no PIN was set on it yet: who issued it sets one.</source>
      <translation>Die Karte {token} sagt, dass noch keine PIN gesetzt ist: wer sie ausgegeben hat, setzt eine.</translation>
    </message>
    <message>
      <source>The conclusion follows from what was seen and from the estimate, and does not say more than the likelihood ratio supports.</source>
      <translation>Die Schlussfolgerung folgt aus dem Gesehenen und aus der Schätzung und sagt nicht mehr, als das Likelihood-Verhältnis stützt.</translation>
    </message>
    <message>
      <source>The custody chain is whole; its acts: {n}.</source>
      <translation>Die Gewahrsamskette ist heil; Handlungen darin: {n}.</translation>
    </message>
    <message>
      <source>The estimate lies within the validated range, or the report says that it does not and draws no conclusion from it.</source>
      <translation>Die Schätzung liegt im validierten Bereich, oder der Bericht sagt, dass sie es nicht tut, und schließt nichts aus ihr.</translation>
    </message>
    <message>
      <source>The estimated skeletal age lies outside the range in which this model was validated. The numbers are kept as an exhibit; only a validation that covers this age would mend it.</source>
      <translation>Das geschätzte Skelettalter liegt außerhalb des Bereichs, in dem dieses Modell validiert wurde. Die Zahlen bleiben zur Anschauung; nur eine Validierung, die dieses Alter einschließt, würde es beheben.</translation>
    </message>
    <message>
      <source>The findings provide {words} for the proposition that {proposition} over the proposition that {alternative}.</source>
      <translation>Die Befunde stützen {words} die Aussage, dass {proposition}, gegenüber der Aussage, dass {alternative}.</translation>
    </message>
    <message>
      <source>The findings support neither proposition over the other.</source>
      <translation>Die Befunde stützen keine der beiden Aussagen gegenüber der anderen.</translation>
    </message>
    <message>
      <source>The key of {name} expired on {when}: have it renewed (Casebook, Identities).</source>
      <translation>Der Schlüssel von {name} ist am {when} abgelaufen: lassen Sie ihn erneuern (Fallbuch, Identitäten).</translation>
    </message>
    <message>
      <source>The key of {name} is for the role {role}: a report is signed first with a key for an examiner. {make}</source>
      <translation>Der Schlüssel von {name} gilt für die Rolle {role}: einen Bericht unterschreibt zuerst ein Schlüssel für die Rolle Untersucherin. {make}</translation>
    </message>
    <message>
      <source>The key of {name} is for the role {role}: examiners and reviewers countersign. {make}</source>
      <translation>Der Schlüssel von {name} gilt für die Rolle {role}: gegengezeichnet wird in der Rolle Untersucherin oder Gutachterin. {make}</translation>
    </message>
    <message>
      <source>The key of {name} is not valid before {when}: check this computer's clock.</source>
      <translation>Der Schlüssel von {name} gilt nicht vor {when}: prüfen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
      <source>The key of {name} is revoked. {make}</source>
      <translation>Der Schlüssel von {name} ist gesperrt. {make}</translation>
    </message>
    <message>
      <source>The last act recorded: {act}, {at}, by {who}.</source>
      <translation>Die letzte festgehaltene Handlung: {act}, {at}, durch {who}.</translation>
    </message>
    <message>
      <source>The layer's channels, weighted by the mean gradient of what is explained.</source>
      <translation>Die Kanäle der Schicht, gewichtet mit dem mittleren Gradienten dessen, was erklärt wird.</translation>
    </message>
    <message>
      <source>The layer's strongest pattern. It explains no output: male and female have the same map.</source>
      <translation>Das stärkste Muster der Schicht. Es erklärt keine Ausgabe: männlich und weiblich haben dieselbe Karte.</translation>
    </message>
    <message>
      <source>The likelihood ratio does not reach the rule for male or female, and with this model none can: what its validation supports ends before the rule. Another method may.</source>
      <translation>Das Likelihood-Verhältnis erreicht die Regel für männlich oder weiblich nicht, und mit diesem Modell kann es keines: was seine Validierung trägt, endet vor der Regel. Eine andere Methode kann es vielleicht.</translation>
    </message>
    <message>
      <source>The likelihood ratio does not reach the rule for male or female. Another radiograph or another method may.</source>
      <translation>Das Likelihood-Verhältnis erreicht die Regel für männlich oder weiblich nicht. Eine andere Aufnahme oder Methode kann es vielleicht.</translation>
    </message>
    <message>
      <source>The likelihood ratio is bounded by what {n} calibration hands support; more is never claimed:</source>
      <translation>Das Likelihood-Verhältnis ist auf das beschränkt, was {n} Kalibrierhände tragen; mehr wird nie behauptet:</translation>
    </message>
    <message>
      <source>The likelihood ratio is bounded: log10 {bound}, which {n} calibration hands support; more is never claimed.</source>
      <translation>Das Likelihood-Verhältnis ist beschränkt: log10 {bound}, was {n} Kalibrierhände tragen; mehr wird nie behauptet.</translation>
    </message>
    <message>
      <source>The limitations that apply to this case are stated.</source>
      <translation>Die Einschränkungen, die für diesen Fall gelten, sind genannt.</translation>
    </message>
    <message>
      <source>The method is the one that the laboratory has validated, and it was used as validated.</source>
      <translation>Die Methode ist die, die das Labor validiert hat, und sie wurde so angewandt, wie sie validiert ist.</translation>
    </message>
    <message>
      <source>The network gave no finite value. Check the original, and examine it again.</source>
      <translation>Das Netz gab keinen endlichen Wert. Das Original prüfen und erneut untersuchen.</translation>
    </message>
    <message>
      <source>The outcome would be {outcome}. What is recorded does not change.</source>
      <translation>Das Ergebnis wäre {outcome}. Das Festgehaltene ändert sich nicht.</translation>
    </message>
    <message>
      <source>The outcome would stay {outcome}.</source>
      <translation>Das Ergebnis bliebe {outcome}.</translation>
    </message>
    <message>
      <source>The plain-language page says the same as the report.</source>
      <translation>Die Seite in einfacher Sprache sagt dasselbe wie der Bericht.</translation>
    </message>
    <message>
      <source>The radiograph is not one whole hand, or it is blank or cut off. A new radiograph would mend it.</source>
      <translation>Die Aufnahme zeigt nicht eine ganze Hand, oder sie ist leer oder abgeschnitten. Eine neue Aufnahme würde es beheben.</translation>
    </message>
    <message>
      <source>The review by {name} is older than a conclusion of this report: review again, then have a new version issued.</source>
      <translation>Die Begutachtung durch {name} ist älter als eine Schlussfolgerung dieses Berichts: begutachten Sie erneut und lassen Sie dann eine neue Fassung ausstellen.</translation>
    </message>
    <message>
      <source>The revocation list ran out on {when}: nobody can sign until it is renewed (Casebook, Identities).</source>
      <translation>Die Sperrliste ist am {when} abgelaufen: niemand kann unterschreiben, bis sie erneuert ist (Fallbuch, Identitäten).</translation>
    </message>
    <message>
      <source>The second radiograph on the other screen, or back beside the first</source>
      <translation>Die zweite Aufnahme auf dem anderen Schirm, oder zurück neben der ersten</translation>
    </message>
    <message>
      <source>The site record of {name} is in use: its calibration, bounds, validated range and rule hold in the place of these.</source>
      <translation>Der Standortnachweis von {name} ist in Gebrauch: seine Kalibrierung, seine Schranken, sein validierter Bereich und seine Regel gelten anstelle der hier genannten.</translation>
    </message>
    <message>
      <source>The two radiographs side by side</source>
      <translation>Die beiden Aufnahmen nebeneinander</translation>
    </message>
    <message>
      <source>The two readings, as a left and as a right hand, fall on opposite sides of the rule. Stating the side would mend it.</source>
      <translation>Die beiden Lesungen, als linke und als rechte Hand, fallen auf verschiedene Seiten der Regel. Die Angabe der Seite würde es beheben.</translation>
    </message>
    <message>
      <source>There is no likelihood ratio.</source>
      <translation>Es gibt kein Likelihood-Verhältnis.</translation>
    </message>
    <message>
      <source>This model gives no skeletal age.</source>
      <translation>Dieses Modell gibt kein Skelettalter.</translation>
    </message>
    <message>
      <source>This radiograph is too unlike those that the model was calibrated on. A standard PA radiograph of one hand may mend it.</source>
      <translation>Diese Aufnahme ist denen zu unähnlich, an denen das Modell kalibriert wurde. Eine normale PA-Aufnahme einer Hand kann es beheben.</translation>
    </message>
    <message>
      <source>Trained on {n} subjects, from {start}, {device}, seed {seed}</source>
      <translation>Trainiert an {n} Personen, ausgehend von {start}, {device}, Startwert {seed}</translation>
    </message>
    <message>
      <source>Turn a quarter to the left</source>
      <translation>Eine Vierteldrehung nach links</translation>
    </message>
    <message>
      <source>Turn a quarter to the right</source>
      <translation>Eine Vierteldrehung nach rechts</translation>
    </message>
    <message>
      <source>Turn left</source>
      <translation>Nach links drehen</translation>
    </message>
    <message>
      <source>Turn left by one degree</source>
      <translation>Um ein Grad nach links drehen</translation>
    </message>
    <message>
      <source>Turn right</source>
      <translation>Nach rechts drehen</translation>
    </message>
    <message>
      <source>Turn right by one degree</source>
      <translation>Um ein Grad nach rechts drehen</translation>
    </message>
    <message>
      <source>Typicality could not be computed.</source>
      <translation>Die Typizität konnte nicht berechnet werden.</translation>
    </message>
    <message>
      <source>Typicality: {share} of the calibration hands are at least as unusual as this one.</source>
      <translation>Typizität: {share} der Kalibrierhände sind mindestens so ungewöhnlich wie diese.</translation>
    </message>
    <message>
      <source>Unusual radiograph</source>
      <translation>Ungewöhnliche Aufnahme</translation>
    </message>
    <message>
      <source>Validated for estimated skeletal ages of {low} to {high} months.</source>
      <translation>Validiert für geschätzte Skelettalter von {low} bis {high} Monaten.</translation>
    </message>
    <message>
      <source>Validated range</source>
      <translation>Validierter Bereich</translation>
    </message>
    <message>
      <source>Verification accepts it. Checks passed: {n}.</source>
      <translation>Prüfung: angenommen. Bestandene Einzelprüfungen: {n}.</translation>
    </message>
    <message>
      <source>Verification refuses it. Checks failed: {n}.</source>
      <translation>Prüfung: abgelehnt. Nicht bestandene Einzelprüfungen: {n}.</translation>
    </message>
    <message>
      <source>Version {version} of the report on case {old} holds this radiograph and stays as issued: tell everybody who has it.</source>
      <translation>Fassung {version} des Berichts zu Fall {old} enthält diese Aufnahme und bleibt, wie sie ausgestellt wurde: Sagen Sie es allen, die sie haben.</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Projektion</translation>
    </message>
    <message>
      <source>What is left of the output when the picture is seen through one channel alone; the 64 channels that vary most. Slow.</source>
      <translation>Was von der Ausgabe bleibt, wenn das Bild nur durch einen Kanal gesehen wird; die 64 Kanäle, die sich am meisten ändern. Langsam.</translation>
    </message>
    <message>
      <source>What the network found is {ratio} times more probable if the hand is {towards} than if it is {other}.</source>
      <translation>Was das Netz fand, ist {ratio}-mal wahrscheinlicher, wenn die Hand {towards} ist, als wenn sie {other} ist.</translation>
    </message>
    <message>
      <source>Who concluded signs, and that was {others}, not {name}: File, Who works. Or observe and conclude as {name}.</source>
      <translation>Wer die Schlussfolgerung zog, unterschreibt, und das war {others}, nicht {name}: Datei, Wer arbeitet. Oder beobachten Sie selbst und ziehen als {name} eine Schlussfolgerung.</translation>
    </message>
    <message>
      <source>Who reviewed countersigns, and that was {others}, not {name}: File, Who works.</source>
      <translation>Wer begutachtet hat, zeichnet gegen, und das war {others}, nicht {name}: Datei, Wer arbeitet.</translation>
    </message>
    <message>
      <source>Wider window</source>
      <translation>Weiteres Fenster</translation>
    </message>
    <message>
      <source>Wider window: less contrast</source>
      <translation>Weiteres Fenster: weniger Kontrast</translation>
    </message>
    <message>
      <source>Write on the radiograph</source>
      <translation>Auf die Aufnahme schreiben</translation>
    </message>
    <message>
      <source>Write or change the text of the chosen mark</source>
      <translation>Den Text der gewählten Marke schreiben oder ändern</translation>
    </message>
    <message>
      <source>You may review this case.</source>
      <translation>Sie können diesen Fall begutachten.</translation>
    </message>
    <message>
      <source>You work as {role}, and an examiner signs a report first: whoever concluded (File, Who works). You can read it here.</source>
      <translation>Sie arbeiten als {role}; einen Bericht unterschreibt zuerst die Untersucherin, die die Schlussfolgerung zog (Datei, Wer arbeitet). Lesen können Sie ihn hier.</translation>
    </message>
    <message>
      <source>You work as {role}: an examiner or a reviewer countersigns (File, Who works).</source>
      <translation>Sie arbeiten als {role}: gegengezeichnet wird in der Rolle Untersucherin oder Gutachterin (Datei, Wer arbeitet).</translation>
    </message>
    <message>
      <source>Your role does not conclude: an examiner does (File, Who works).</source>
      <translation>In Ihrer Rolle wird keine Schlussfolgerung gezogen, sondern als Untersucherin (Datei, Wer arbeitet).</translation>
    </message>
    <message>
      <source>Your role does not observe: an examiner or a reviewer does (File, Who works).</source>
      <translation>In Ihrer Rolle wird nicht beobachtet, sondern als Untersucherin oder Gutachterin (Datei, Wer arbeitet).</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Vergrößern</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Verkleinern</translation>
    </message>
    <message>
      <source>administrator</source>
      <translation>Verwaltung</translation>
    </message>
    <message>
      <source>agrees</source>
      <translation>stimmt zu</translation>
    </message>
    <message>
      <source>another body part</source>
      <translation>anderer Körperteil</translation>
    </message>
    <message>
      <source>as it is</source>
      <translation>wie sie ist</translation>
    </message>
    <message>
      <source>at the detector, not at the hand</source>
      <translation>am Detektor, nicht an der Hand</translation>
    </message>
    <message>
      <source>auditor</source>
      <translation>Prüferin</translation>
    </message>
    <message>
      <source>authority trusted</source>
      <translation>Zertifizierungsstelle anerkannt</translation>
    </message>
    <message>
      <source>backing up</source>
      <translation>die Sicherung wird geschrieben</translation>
    </message>
    <message>
      <source>backup made</source>
      <translation>Sicherung erstellt</translation>
    </message>
    <message>
      <source>blank</source>
      <translation>leer</translation>
    </message>
    <message>
      <source>blending</source>
      <translation>Überblendung</translation>
    </message>
    <message>
      <source>blocks or smoothed</source>
      <translation>Blöcke oder geglättet</translation>
    </message>
    <message>
      <source>blurred</source>
      <translation>unscharf</translation>
    </message>
    <message>
      <source>burnt</source>
      <translation>verbrannt</translation>
    </message>
    <message>
      <source>by the file's dots per inch</source>
      <translation>nach den Punkten pro Zoll der Datei</translation>
    </message>
    <message>
      <source>calibrated</source>
      <translation>kalibriert</translation>
    </message>
    <message>
      <source>can sign</source>
      <translation>kann signieren</translation>
    </message>
    <message>
      <source>case opened</source>
      <translation>Fall eröffnet</translation>
    </message>
    <message>
      <source>casebook made</source>
      <translation>Fallbuch angelegt</translation>
    </message>
    <message>
      <source>checking it as the other side will</source>
      <translation>wird geprüft, wie die Gegenseite es tun wird</translation>
    </message>
    <message>
      <source>checking the custody chain</source>
      <translation>die Gewahrsamskette wird geprüft</translation>
    </message>
    <message>
      <source>checking the database</source>
      <translation>die Datenbank wird geprüft</translation>
    </message>
    <message>
      <source>checking the originals</source>
      <translation>die Originale werden geprüft</translation>
    </message>
    <message>
      <source>checking the reports</source>
      <translation>die Berichte werden geprüft</translation>
    </message>
    <message>
      <source>claimed</source>
      <translation>behauptet</translation>
    </message>
    <message>
      <source>clipped</source>
      <translation>ausgebrannt</translation>
    </message>
    <message>
      <source>clock compared</source>
      <translation>Uhr verglichen</translation>
    </message>
    <message>
      <source>clock confirmed</source>
      <translation>Uhr bestätigt</translation>
    </message>
    <message>
      <source>colour map</source>
      <translation>Farbskala</translation>
    </message>
    <message>
      <source>comparing with a random network</source>
      <translation>Vergleich mit einem zufälligen Netz</translation>
    </message>
    <message>
      <source>comparing with random maps</source>
      <translation>Vergleich mit zufälligen Karten</translation>
    </message>
    <message>
      <source>complete, fleshed</source>
      <translation>vollständig, mit Weichteilen</translation>
    </message>
    <message>
      <source>composing the report</source>
      <translation>der Bericht wird verfasst</translation>
    </message>
    <message>
      <source>concluded</source>
      <translation>beurteilt</translation>
    </message>
    <message>
      <source>concluded {when}</source>
      <translation>beurteilt {when}</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>berichtigt</translation>
    </message>
    <message>
      <source>countersigned</source>
      <translation>gegengezeichnet</translation>
    </message>
    <message>
      <source>covered</source>
      <translation>verdeckt</translation>
    </message>
    <message>
      <source>covered until your own observation is locked</source>
      <translation>verdeckt, bis Ihre eigene Beobachtung gesperrt ist</translation>
    </message>
    <message>
      <source>cut off</source>
      <translation>abgeschnitten</translation>
    </message>
    <message>
      <source>cut-off</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <source>decomposed</source>
      <translation>verwest</translation>
    </message>
    <message>
      <source>disclosed</source>
      <translation>offengelegt</translation>
    </message>
    <message>
      <source>dissents</source>
      <translation>weicht ab</translation>
    </message>
    <message>
      <source>duplicate</source>
      <translation>doppelt</translation>
    </message>
    <message>
      <source>estimate shown</source>
      <translation>Schätzung gezeigt</translation>
    </message>
    <message>
      <source>examination failed</source>
      <translation>Untersuchung misslungen</translation>
    </message>
    <message>
      <source>examined</source>
      <translation>untersucht</translation>
    </message>
    <message>
      <source>examiner</source>
      <translation>Untersucherin</translation>
    </message>
    <message>
      <source>examining</source>
      <translation>wird untersucht</translation>
    </message>
    <message>
      <source>examining {item}</source>
      <translation>{item} wird untersucht</translation>
    </message>
    <message>
      <source>expired</source>
      <translation>abgelaufen</translation>
    </message>
    <message>
      <source>exported</source>
      <translation>ausgegeben</translation>
    </message>
    <message>
      <source>exporting {item}</source>
      <translation>{item} wird ausgegeben</translation>
    </message>
    <message>
      <source>extremely strong support</source>
      <translation>äußerst stark</translation>
    </message>
    <message>
      <source>female</source>
      <translation>weiblich</translation>
    </message>
    <message>
      <source>fit</source>
      <translation>Einpassen</translation>
    </message>
    <message>
      <source>fragmentary</source>
      <translation>bruchstückhaft</translation>
    </message>
    <message>
      <source>gathering the facts</source>
      <translation>die Angaben werden gesammelt</translation>
    </message>
    <message>
      <source>grays folded over</source>
      <translation>umgeschlagene Grauwerte</translation>
    </message>
    <message>
      <source>heatmap checked</source>
      <translation>Wärmebild geprüft</translation>
    </message>
    <message>
      <source>heatmap for {what}</source>
      <translation>Wärmebild für „{what}“</translation>
    </message>
    <message>
      <source>heatmap made</source>
      <translation>Wärmebild erstellt</translation>
    </message>
    <message>
      <source>heatmap on or off</source>
      <translation>Wärmebild ein oder aus</translation>
    </message>
    <message>
      <source>identity from elsewhere adopted</source>
      <translation>Identität von anderswo übernommen</translation>
    </message>
    <message>
      <source>identity issued</source>
      <translation>Identität ausgestellt</translation>
    </message>
    <message>
      <source>identity renewed</source>
      <translation>Identität erneuert</translation>
    </message>
    <message>
      <source>identity revoked</source>
      <translation>Identität gesperrt</translation>
    </message>
    <message>
      <source>inversion</source>
      <translation>Umkehrung</translation>
    </message>
    <message>
      <source>inverted</source>
      <translation>invertiert</translation>
    </message>
    <message>
      <source>issued</source>
      <translation>ausgestellt</translation>
    </message>
    <message>
      <source>issuing the certificate</source>
      <translation>das Zertifikat wird ausgestellt</translation>
    </message>
    <message>
      <source>keeping the report</source>
      <translation>der Bericht wird abgelegt</translation>
    </message>
    <message>
      <source>left</source>
      <translation>links</translation>
    </message>
    <message>
      <source>less than 0.1 %</source>
      <translation>weniger als 0.1 %</translation>
    </message>
    <message>
      <source>loading the network</source>
      <translation>das Netz wird geladen</translation>
    </message>
    <message>
      <source>locked {when}</source>
      <translation>gesperrt {when}</translation>
    </message>
    <message>
      <source>lossy</source>
      <translation>verlustbehaftet</translation>
    </message>
    <message>
      <source>making keys</source>
      <translation>die Schlüssel werden erzeugt</translation>
    </message>
    <message>
      <source>male</source>
      <translation>männlich</translation>
    </message>
    <message>
      <source>mark changed</source>
      <translation>Marke geändert</translation>
    </message>
    <message>
      <source>mark set</source>
      <translation>Marke gesetzt</translation>
    </message>
    <message>
      <source>mark taken away</source>
      <translation>Marke entfernt</translation>
    </message>
    <message>
      <source>measuring beside the hand</source>
      <translation>neben der Hand wird gemessen</translation>
    </message>
    <message>
      <source>mirroring</source>
      <translation>Spiegelung</translation>
    </message>
    <message>
      <source>moderate support</source>
      <translation>mäßig</translation>
    </message>
    <message>
      <source>moderately strong support</source>
      <translation>mäßig stark</translation>
    </message>
    <message>
      <source>move</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <source>moving the picture</source>
      <translation>das Bild wird verschoben</translation>
    </message>
    <message>
      <source>no map: flat or not finite</source>
      <translation>keine Karte: flach oder nicht endlich</translation>
    </message>
    <message>
      <source>no map: the network's response was flat ({method}, {grid})</source>
      <translation>keine Karte: die Reaktion des Netzes war flach ({method}, {grid})</translation>
    </message>
    <message>
      <source>no output</source>
      <translation>keine Ausgabe</translation>
    </message>
    <message>
      <source>no pixel spacing</source>
      <translation>kein Pixelabstand</translation>
    </message>
    <message>
      <source>no radiograph</source>
      <translation>keine Aufnahme</translation>
    </message>
    <message>
      <source>noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <source>not calibrated at the hand</source>
      <translation>nicht an der Hand kalibriert</translation>
    </message>
    <message>
      <source>not yet valid</source>
      <translation>noch nicht gültig</translation>
    </message>
    <message>
      <source>number scheme set</source>
      <translation>Nummernschema festgelegt</translation>
    </message>
    <message>
      <source>observation locked</source>
      <translation>Beobachtung gesperrt</translation>
    </message>
    <message>
      <source>older age</source>
      <translation>höheres Alter</translation>
    </message>
    <message>
      <source>opacity</source>
      <translation>Deckkraft</translation>
    </message>
    <message>
      <source>opened</source>
      <translation>eröffnet</translation>
    </message>
    <message>
      <source>packing {item}</source>
      <translation>{item} wird eingepackt</translation>
    </message>
    <message>
      <source>peak {peak}</source>
      <translation>Spitze {peak}</translation>
    </message>
    <message>
      <source>person enrolled</source>
      <translation>Person eingetragen</translation>
    </message>
    <message>
      <source>reading</source>
      <translation>wird gelesen</translation>
    </message>
    <message>
      <source>received</source>
      <translation>angenommen</translation>
    </message>
    <message>
      <source>receiving {item}</source>
      <translation>{item} wird angenommen</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <source>replaced</source>
      <translation>ersetzt</translation>
    </message>
    <message>
      <source>report issued</source>
      <translation>Bericht ausgestellt</translation>
    </message>
    <message>
      <source>reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>restoring</source>
      <translation>wird wiederhergestellt</translation>
    </message>
    <message>
      <source>reviewed</source>
      <translation>begutachtet</translation>
    </message>
    <message>
      <source>reviewer</source>
      <translation>Gutachterin</translation>
    </message>
    <message>
      <source>revoked</source>
      <translation>gesperrt</translation>
    </message>
    <message>
      <source>right</source>
      <translation>rechts</translation>
    </message>
    <message>
      <source>seal {seal}</source>
      <translation>Siegel {seal}</translation>
    </message>
    <message>
      <source>settings changed</source>
      <translation>Einstellungen geändert</translation>
    </message>
    <message>
      <source>side by side, flicker or blend</source>
      <translation>nebeneinander, Wechselbild oder Überblendung</translation>
    </message>
    <message>
      <source>side unknown</source>
      <translation>Seite unbekannt</translation>
    </message>
    <message>
      <source>sideways</source>
      <translation>quer</translation>
    </message>
    <message>
      <source>signing</source>
      <translation>wird unterschrieben</translation>
    </message>
    <message>
      <source>signing refused</source>
      <translation>Signatur abgelehnt</translation>
    </message>
    <message>
      <source>site record added</source>
      <translation>Standortnachweis hinzugefügt</translation>
    </message>
    <message>
      <source>site record used</source>
      <translation>Standortnachweis benutzt</translation>
    </message>
    <message>
      <source>skeletonised</source>
      <translation>skelettiert</translation>
    </message>
    <message>
      <source>smoothed</source>
      <translation>geglättet</translation>
    </message>
    <message>
      <source>strong support</source>
      <translation>stark</translation>
    </message>
    <message>
      <source>the hand is of a female</source>
      <translation>die Hand von einer weiblichen Person stammt</translation>
    </message>
    <message>
      <source>the hand is of a male</source>
      <translation>die Hand von einer männlichen Person stammt</translation>
    </message>
    <message>
      <source>turn</source>
      <translation>Drehung</translation>
    </message>
    <message>
      <source>two hands</source>
      <translation>zwei Hände</translation>
    </message>
    <message>
      <source>upside down</source>
      <translation>auf dem Kopf</translation>
    </message>
    <message>
      <source>valid</source>
      <translation>gültig</translation>
    </message>
    <message>
      <source>verified</source>
      <translation>geprüft</translation>
    </message>
    <message>
      <source>version</source>
      <translation>Fassung</translation>
    </message>
    <message>
      <source>very strong support</source>
      <translation>sehr stark</translation>
    </message>
    <message>
      <source>view not stated</source>
      <translation>Projektion nicht angegeben</translation>
    </message>
    <message>
      <source>weak support</source>
      <translation>schwach</translation>
    </message>
    <message>
      <source>window and level</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <source>with her key</source>
      <translation>mit ihrem Schlüssel</translation>
    </message>
    <message>
      <source>zoom</source>
      <translation>Vergrößerung</translation>
    </message>
    <message>
      <source>{explains}: {method} at {layer}, grid {rows} × {columns}</source>
      <translation>{explains}: {method} an {layer}, Raster {rows} × {columns}</translation>
    </message>
    <message>
      <source>{file} is withdrawn from case {old}; what was done with it there stays as history.</source>
      <translation>{file} ist aus Fall {old} zurückgezogen; was dort mit ihr getan wurde, bleibt als Vorgeschichte.</translation>
    </message>
    <message>
      <source>{file} was withdrawn from case {number} and is in case {other} now.</source>
      <translation>{file} wurde aus dem Fall {number} zurückgezogen und ist jetzt im Fall {other}.</translation>
    </message>
    <message>
      <source>{grid} {shown}  ·  {method} for {explains}  ·  peak {peak}  ·  {layer}</source>
      <translation>{grid} {shown}  ·  {method} für {explains}  ·  Spitze {peak}  ·  {layer}</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} bis {high}</translation>
    </message>
    <message>
      <source>{name} signed this report as its examiner: another person countersigns (File, Who works).</source>
      <translation>{name} hat diesen Bericht als Untersucherin unterschrieben: eine andere Person zeichnet gegen (Datei, Wer arbeitet).</translation>
    </message>
    <message>
      <source>{n} min left</source>
      <translation>noch {n} min</translation>
    </message>
    <message>
      <source>{n} s left</source>
      <translation>noch {n} s</translation>
    </message>
    <message>
      <source>× failed</source>
      <translation>× nicht bestanden</translation>
    </message>
    <message>
      <source>– not measured</source>
      <translation>– nicht gemessen</translation>
    </message>
    <message>
      <source>✓ passed</source>
      <translation>✓ bestanden</translation>
    </message>
  </context>
</TS>

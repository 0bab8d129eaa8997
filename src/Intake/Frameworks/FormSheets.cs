namespace Ita.Intake.Frameworks;

/// <summary>The sheets of the form of a framework.</summary>
internal static class FormSheets
{
    private static readonly ImmutableArray<string> Marks = ["seed", "public", "arith", "assumed"];

    public static FormSheet Year { get; } = new("year", "ปี", "$",
    [
        Number("year", "ปีงบประมาณ", "fiscal year"),
        Text("version", "รุ่น", "version"),
        Text("rating.code", "รหัสชุดระดับ", "rating code"),
        .. Fact("rating.target", "ค่าเป้าหมาย", "target"),
        .. Fact("nonProcessing.countsAs", "แบบวัดที่ไม่ประมวลผลคิดเป็น", "unprocessed counts as"),
        Mark("nonProcessing.mark", "สถานะเงื่อนไขการประมวลผล", "rules mark"),
        Text("nonProcessing.source", "แหล่งเงื่อนไขการประมวลผล", "rules source"),
        new("unconfirmed", "ยังไม่ยืนยันบางส่วน", "not confirmed", CellKind.YesNo, MayBeEmpty: true),
        new("listOnly", "เครื่องมือที่มีเพียงรายชื่อข้อ", "listed only", CellKind.Codes, MayBeEmpty: true),
    ]);

    public static FormSheet Instruments { get; } = new("instruments", "เครื่องมือ", "$.instruments",
    [
        Text("code", "รหัส", "code"),
        new("partOf", "เป็นส่วนของ", "part of", CellKind.Text, MayBeEmpty: true),
        new("number", "ส่วนที่", "part number", CellKind.Number, MayBeEmpty: true),
        Text("nameTh", "ชื่อไทย", "Thai name"),
        Text("nameEn", "ชื่ออังกฤษ", "English name"),
        new("answers", "วิธีให้คะแนน", "answers", CellKind.Text, MayBeEmpty: true, Words: ["survey", "checklist"]),
        Text("itemPrefix", "อักษรนำรหัสข้อ", "item prefix"),
        .. Fact("weight", "น้ำหนัก", "weight"),
        new("indicators", "ตัวชี้วัด", "indicators", CellKind.Numbers, MayBeEmpty: true),
    ]);

    public static FormSheet Indicators { get; } = new("indicators", "ตัวชี้วัด", "$.indicators",
    [
        Number("number", "ตัวชี้วัดที่", "number"),
        Text("nameTh", "ชื่อ", "name"),
        new("variants", "ชื่ออื่นที่พบ", "other names", CellKind.Lines),
        Mark("mark", "สถานะ", "mark"),
        Text("source", "แหล่งข้อมูล", "source"),
    ]);

    public static FormSheet SubIndicators { get; } = new("sub-indicators", "ตัวชี้วัดย่อย", "$.subIndicators",
    [
        Text("code", "รหัส", "code"),
        Text("nameTh", "ชื่อ", "name"),
        Number("indicator", "ตัวชี้วัดที่", "indicator"),
        Mark("mark", "สถานะ", "mark"),
        Text("source", "แหล่งข้อมูล", "source"),
    ]);

    public static FormSheet Items { get; } = new("items", "ข้อ", "$.items",
    [
        Text("code", "รหัสข้อ", "code"),
        Text("text", "ข้อความ", "text"),
        new("indicator", "ตัวชี้วัดที่", "indicator", CellKind.Number, MayBeEmpty: true),
        new("subIndicator", "ตัวชี้วัดย่อย", "sub-indicator", CellKind.Text, MayBeEmpty: true),
        new("scale", "มาตรวัด", "scale", CellKind.Text, MayBeEmpty: true),
        new("polarity", "ทิศทาง", "polarity", CellKind.Text, Words: ["positive", "negative"]),
        new("labels", "คำตอบจากแย่ที่สุด", "labels worst first", CellKind.Lines),
        new("mark", "สถานะ", "mark", CellKind.Text, MayBeEmpty: true, Words: Marks),
        new("source", "แหล่งข้อมูล", "source", CellKind.Text, MayBeEmpty: true),
        new("note", "หมายเหตุ", "note", CellKind.Text, MayBeEmpty: true),
    ]);

    public static FormSheet Scales { get; } = new("scales", "มาตรวัด", "$.scales",
    [
        Text("code", "รหัส", "code"),
        new("label", "คำตอบ", "label", CellKind.Text, MayBeEmpty: true),
        Number("points", "คะแนน", "points"),
        new("turnsForNegative", "กลับด้านเมื่อทิศทางลบ", "turns for negative", CellKind.YesNo),
        Mark("mark", "สถานะ", "mark"),
        Text("source", "แหล่งข้อมูล", "source"),
    ]);

    public static FormSheet Ratings { get; } = new("ratings", "ระดับ", "$.rating.bands",
    [
        Text("name", "ระดับ", "rating"),
        .. Fact("totalAtLeast", "คะแนนรวมไม่น้อยกว่า", "total at least"),
        .. Fact("everyInstrumentAtLeast", "ทุกเครื่องมือไม่น้อยกว่า", "every instrument at least", mayBeEmpty: true),
        new("passes", "ผ่าน", "passes", CellKind.YesNo),
    ]);

    public static FormSheet Samples { get; } = new("samples", "กลุ่มตัวอย่าง", "$.sampleRules",
    [
        Text("instrument", "เครื่องมือหรือส่วน", "instrument"),
        new("population", "ประชากร", "population", CellKind.Text, Words: ["internalStaff", "externalStakeholders"]),
        new("ofMinimumOf", "คิดจากขั้นต่ำของ", "of minimum of", CellKind.Text, MayBeEmpty: true),
        .. Fact("share", "สัดส่วน", "share"),
        .. Fact("atLeast", "ไม่น้อยกว่า", "at least"),
        .. Fact("aboveThis", "เมื่อประชากรเกิน", "above this", mayBeEmpty: true),
        .. Fact("aboveNeeds", "ใช้เพียง", "needs", mayBeEmpty: true),
    ]);

    public static FormSheet Rules { get; } = new("rules", "เงื่อนไขการประมวลผล", "$.nonProcessing.rules",
    [
        Text("reason", "เหตุ", "reason"),
        new("instrument", "เครื่องมือหรือส่วน", "instrument", CellKind.Text, MayBeEmpty: true),
        Text("text", "ข้อความ", "text"),
    ]);

    public static FormSheet Issues { get; } = new("issues", "ประเด็น", "$.issues",
    [
        Number("number", "ประเด็นที่", "number"),
        Text("title", "ชื่อ", "title"),
        new("items", "ข้อ", "items", CellKind.Codes),
        Mark("mark", "สถานะ", "mark"),
        Text("source", "แหล่งข้อมูล", "source"),
    ]);

    public static FormSheet Sources { get; } = new("sources", "แหล่งข้อมูล", "$.sources",
        [Text("name", "ชื่อย่อ", "name"), Text("text", "คำอธิบาย", "description")]);

    public static FormSheet Unknown { get; } = new("unknown", "สิ่งที่ไม่ทราบ", "$.unconfirmed.unknown",
    [
        Text("code", "รหัส", "code"), Text("textTh", "ข้อความไทย", "Thai text"), Text("textEn", "ข้อความอังกฤษ", "English text"),
            Text("source", "แหล่งข้อมูล", "source"),
    ]);

    public static FormSheet Crosswalk { get; } = new("crosswalk", "เทียบกับปีก่อน", "$.crosswalk",
    [
        new("from", "ข้อของปีก่อน", "item of the year before", CellKind.Text, MayBeEmpty: true),
        new("to", "ข้อของปีนี้", "item of this year", CellKind.Text, MayBeEmpty: true),
        new("mark", "สถานะ", "mark", CellKind.Text, MayBeEmpty: true, Words: Marks),
        new("source", "แหล่งข้อมูล", "source", CellKind.Text, MayBeEmpty: true),
        new("note", "หมายเหตุเมื่อไม่มีคู่", "note without a partner", CellKind.Text, MayBeEmpty: true),
    ]);

    public static FormSheet Measures { get; } = new("measures", "มาตรการ", "$.measures",
    [
        Text("id", "รหัส", "id"),
        Number("issue", "ประเด็นที่", "issue"),
        new("items", "ข้อ", "items", CellKind.Codes),
        Text("title", "มาตรการ", "title"),
        new("steps", "ขั้นตอน", "steps", CellKind.Lines),
        new("responsible", "ผู้รับผิดชอบ", "responsible", CellKind.Lines),
        Number("firstQuarter", "ไตรมาสแรก", "first quarter"),
        Number("lastQuarter", "ไตรมาสสุดท้าย", "last quarter"),
        Text("monitoring", "การกำกับติดตาม", "monitoring"),
    ]);

    public static ImmutableArray<FormSheet> All { get; } =
    [
        Year, Instruments, Indicators, SubIndicators, Items, Scales, Ratings, Samples, Rules, Issues, Sources, Unknown, Crosswalk, Measures,
    ];

    private static FormColumn Text(string member, string th, string en) => new(member, th, en, CellKind.Text);

    private static FormColumn Number(string member, string th, string en) => new(member, th, en, CellKind.Number);

    private static FormColumn Mark(string member, string th, string en) => new(member, th, en, CellKind.Text, Words: Marks);

    private static ImmutableArray<FormColumn> Fact(string member, string th, string en, bool mayBeEmpty = false) =>
    [
        new(member + ".value", th, en, CellKind.Number, mayBeEmpty),
        new(member + ".mark", $"สถานะ{th}", $"{en} mark", CellKind.Text, mayBeEmpty, Marks),
        new(member + ".source", $"แหล่ง{th}", $"{en} source", CellKind.Text, mayBeEmpty),
    ];
}

namespace Ita.Reports.Documents;

/// <summary>Names of scores in running text, by key: ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร, EIT ส่วนที่ 1, ข้อ I8.</summary>
public sealed partial class FrameworkNames
{
    /// <summary>The code under which findings about the rating are reported.</summary>
    public const string RatingCode = "RATING";

    private const string Whole = "คะแนนรวม";
    private const string WholeInDoubt = "คะแนนรวมตามประกาศ";

    private readonly Dictionary<string, string> full = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> brief = new(StringComparer.Ordinal);

    /// <param name="result">
    /// The result whose scores are named: parts whose number is not known, and a total that contradicts its parts, have other names. Null for
    /// the names of the framework.
    /// </param>
    public FrameworkNames(Framework framework, AgencyResult? result = null)
    {
        var whole = result is not null && FigureDoubts.IsOfTotal(result) ? WholeInDoubt : Whole;
        Add(ScoreKey.TotalCode, whole, whole);
        Add(RatingCode, "ระดับผลการประเมิน", "ระดับผลการประเมิน");
        foreach (var instrument in framework.Instruments)
        {
            Add(instrument.Code, $"{instrument.NameTh} ({instrument.Code})", instrument.Code);
            var isKnown = result is null || !PartsWithoutNumber.AreIn(result, instrument);
            foreach (var part in instrument.Parts)
            {
                var name = isKnown ? $"{instrument.Code} ส่วนที่\u00a0{part.Number}" : PartsWithoutNumber.Name(instrument, part);
                Add(part.Code, name, name);
            }
        }

        foreach (var indicator in framework.Indicators)
        {
            var number = $"ตัวชี้วัดที่\u00a0{indicator.Number}";
            Add(ScoreKey.Indicator(indicator.Number).Code, $"{number} {indicator.NameTh}", number);
        }

        foreach (var sub in framework.SubIndicators)
        {
            Add(sub.Code, $"ตัวชี้วัดย่อยที่\u00a0{sub.Code} {sub.NameTh}", $"ตัวชี้วัดย่อยที่\u00a0{sub.Code}");
        }
    }

    /// <summary>The full name; for an item, ข้อ and its code.</summary>
    public string Full(ScoreKey key) => WithPart(full.GetValueOrDefault(key.Code) ?? Item(key.Code), key.Part);

    /// <summary>The number without the name.</summary>
    public string Brief(ScoreKey key) => WithPart(brief.GetValueOrDefault(key.Code) ?? Item(key.Code), key.Part);

    /// <summary>The code of an item, with its part if the score belongs to one.</summary>
    public string ItemCode(ScoreKey key) => WithPart(key.Code, key.Part);

    /// <summary>A text of the catalogue with the codes in it (IND7, EIT1, E4@EIT1, TOTAL) replaced by names.</summary>
    public string Spoken(string sentence) => Code().Replace(sentence, code =>
    {
        var key = ScoreKey.Parse(code.Value);
        return key == ScoreKey.Total ? Whole
            : brief.TryGetValue(key.Code, out var name) ? WithPart(name, key.Part)
            : key.Part is null ? code.Value
            : WithPart(key.Code, key.Part);
    });

    [GeneratedRegex("[A-Za-z]+[0-9]*(@[A-Za-z0-9]+)?")]
    private static partial Regex Code();

    private static string Item(string code) => $"ข้อ\u00a0{code}";

    private string WithPart(string name, string? part) => part is null ? name : $"{name} ({brief.GetValueOrDefault(part) ?? part})";

    private void Add(string code, string fullName, string briefName) => (full[code], brief[code]) = (fullName, briefName);
}

using Ita.Domain.Settings;
using Ita.Domain.Texts;

namespace Ita.Intake.Kinds.Settings;

/// <summary>All settings that a file can give, in the order of the form.</summary>
internal static class SettingList
{
    private const char Bar = '|';

    public static ImmutableArray<Setting> All { get; } =
    [
        Limit("low_limit", "เกณฑ์ที่ต้องแก้ไขโดยเร่งด่วน", one => one.LowLimit, (one, limit) => one with { LowLimit = limit }),
        Limit("high_limit", "เกณฑ์ที่ควรรักษาระดับ", one => one.HighLimit, (one, limit) => one with { HighLimit = limit }),
        Digits("digits", "ตัวเลขในเอกสาร", kind: null),
        .. DocumentKinds.All.Select(kind => Digits($"digits_{kind.Code}", $"ตัวเลขใน{kind.NameTh}", kind.Code)),
        Line("addressee", "เรียน", one => one.Addressee, (one, text) => one with { Addressee = text }),
        Line("circular_addressee", "เรียน (หนังสือเวียน)", one => one.CircularAddressee, (one, text) => one with { CircularAddressee = text }),
        Line("unit", "ส่วนราชการ", one => one.Unit, (one, text) => one with { Unit = text }),
        Line("telephone", "โทรศัพท์", one => one.Telephone, (one, text) => one with { Telephone = text }),
        new("address", "ที่อยู่", PutAddress, one => one.Address, IsList: true),
        new("signatory", "ผู้ลงนาม", PutSignatories, one => one.Signatories.Select(Show), IsList: true),
        .. ReportChapter.All.Select(Chapter),
    ];

    private static readonly Dictionary<string, Setting> ByName = All
        .SelectMany(setting => new[] { setting.Name, setting.NameTh }, (setting, name) => (setting, name: CellText.Plain(name)))
        .ToDictionary(pair => pair.name, pair => pair.setting, StringComparer.Ordinal);

    public static Reading<Setting> Read(ReadOnlySpan<byte> cell)
    {
        var plain = CellText.Plain(CellText.Trimmed(cell));
        return ByName.TryGetValue(plain, out var setting)
            ? setting
            : new Fault(ProblemCatalogue.SettingUnknown)
                .With("nearest", ByName[CellText.Plain(NearestName.Find(plain, ByName.Keys, name => name, 1).First())].Shown);
    }

    private static Setting Line(
        string name, string nameTh, Func<ReportSettings, string?> of, Func<ReportSettings, string, ReportSettings> with) =>
        new(name, nameTh, (settings, text) => with(settings, text.ReplaceLineEndings(" ")), settings => of(settings) is { } text ? [text] : []);

    private static Setting Limit(
        string name, string nameTh, Func<ReportSettings, decimal?> of, Func<ReportSettings, decimal, ReportSettings> with) => new(
        name,
        nameTh,
        (settings, text) => decimal.TryParse(
                CellText.WithoutUnit(CellText.WithAsciiDigits(text)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit)
            && limit <= 100 && Rounding.ToShown(limit) == limit
            ? with(settings, limit)
            : new Fault(ProblemCatalogue.LimitUnusable),
        settings => of(settings) is { } limit ? [limit.ToString(CultureInfo.InvariantCulture)] : []);

    private static Setting Digits(string name, string nameTh, string? kind) => new(
        name,
        nameTh,
        (settings, text) => SettingWords.ReadDigits(text) is { IsGood: true, Value: var digits }
            ? settings.Updated(new() { Digits = [new(digits, kind)] })
            : SettingWords.ReadDigits(text).Fault!,
        settings => settings.Digits.Where(one => one.Kind == kind).Select(one => SettingWords.Show(one.Digits)));

    private static Setting Chapter(ReportChapter chapter) => new(
        $"chapter_{chapter.Code}",
        chapter.NameTh,
        (settings, text) => SettingWords.ReadPrinted(text) is { IsGood: true, Value: var isPrinted }
            ? settings.Updated(new() { Chapters = [new(chapter.Code, isPrinted)] })
            : SettingWords.ReadPrinted(text).Fault!,
        settings => settings.Chapters.Where(one => one.Chapter == chapter.Code).Select(one => SettingWords.Show(one.Printed)));

    private static Reading<ReportSettings> PutAddress(ReportSettings settings, string text) =>
        Fitting(settings with { Address = [.. settings.Address, .. Lines(text)] }, changed => changed.Address.Length);

    private static Reading<ReportSettings> PutSignatories(ReportSettings settings, string text) =>
        Fitting(settings with { Signatories = [.. settings.Signatories, .. Lines(text).Select(Signatory)] }, changed => changed.Signatories.Length);

    private static Reading<ReportSettings> Fitting(ReportSettings changed, Func<ReportSettings, int> count) =>
        count(changed) <= TextLimits.LetterLines
            ? changed
            : new Fault(ProblemCatalogue.SettingTooManyLines).With("limit", $"{TextLimits.LetterLines}");

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // The position, and behind a bar the name.
    private static Signatory Signatory(string line) => line.Split(Bar, 2, StringSplitOptions.TrimEntries) is [var position, { Length: > 0 } name]
        ? new(position, name)
        : new(line.TrimEnd(Bar, ' '));

    private static string Show(Signatory one) => one.Name is null ? one.Position : $"{one.Position} {Bar} {one.Name}";
}

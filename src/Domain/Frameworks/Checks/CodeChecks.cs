using System.Text.RegularExpressions;

namespace Ita.Domain.Frameworks.Checks;

/// <summary>Codes are unique, and of the form that scores are named by.</summary>
internal static partial class CodeChecks
{
    public static IEnumerable<FrameworkFault> Check(Framework framework) =>
    [
        .. WrongVersion(framework),
        .. Doubled("instrument or part", "เครื่องมือหรือส่วน", InstrumentCodes(framework)),
        .. Doubled("item prefix", "อักษรนำรหัสข้อ", framework.Instruments.At("$.instruments")
            .Select(one => (one.Value.ItemPrefix, one.Path + ".itemPrefix"))),
        .. Doubled("indicator", "ตัวชี้วัดที่", framework.Indicators.At("$.indicators").Select(one => (Text(one.Value.Number), one.Path + ".number"))),
        .. Doubled("sub-indicator", "ตัวชี้วัดย่อย", framework.SubIndicators.At("$.subIndicators").Select(one => (one.Value.Code, one.Path + ".code"))),
        .. Doubled("item or sub-question", "ข้อ", ItemCodes(framework)),
        .. Doubled("scale", "มาตรวัด", framework.Scales.At("$.scales").Select(one => (one.Value.Code, one.Path + ".code"))),
        .. Doubled("rating", "ระดับ", framework.Rating.Bands.At("$.rating.bands").Select(one => (one.Value.Name, one.Path + ".name"))),
        .. WrongPrefixes(framework),
    ];

    /// <summary>Instruments and their parts share one set of codes.</summary>
    public static IEnumerable<(string Code, string Path)> InstrumentCodes(Framework framework) =>
        framework.Instruments.At("$.instruments").SelectMany(
        one => one.Value.Parts.At(one.Path + ".parts")
            .Select(part => (part.Value.Code, part.Path + ".code")).Prepend((one.Value.Code, one.Path + ".code")));

    public static IEnumerable<FrameworkFault> Doubled(string what, string whatTh, IEnumerable<(string Code, string Path)> codes) =>
        from code in codes
        group code by code.Code into same
        from again in same.Skip(1).Take(1)
        select FrameworkFault.Of("twice", again.Path, ("what", what), ("whatTh", whatTh), ("name", same.Key));

    private static IEnumerable<(string Code, string Path)> ItemCodes(Framework framework) => framework.Items.At("$.items").SelectMany(
        one => one.Value.SubQuestions.At(one.Path + ".subQuestions").Select(sub => (sub.Value.Code, sub.Path + ".code"))
            .Prepend((one.Value.Code, one.Path + ".code")));

    private static IEnumerable<FrameworkFault> WrongVersion(Framework framework) => Version().Match(framework.Version) is { Success: true } match
        && match.Groups["year"].Value == framework.Year.ToString()
            ? []
            : [FrameworkFault.Of("version", "$.version", ("name", framework.Version), ("year", framework.Year))];

    // Item codes are recognised by letters and a number.
    private static IEnumerable<FrameworkFault> WrongPrefixes(Framework framework) =>
        from one in framework.Instruments.At("$.instruments")
        from prefix in one.Value.Parts.At(one.Path + ".parts")
            .Select(part => (Name: part.Value.ItemPrefix, part.Path)).Prepend((Name: one.Value.ItemPrefix, one.Path))
        where !Prefix().IsMatch(prefix.Name)
        select FrameworkFault.Of("prefix", prefix.Path + ".itemPrefix", ("name", prefix.Name));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<year>[0-9]{4})\\.[1-9][0-9]{0,5}$")]
    private static partial Regex Version();

    [GeneratedRegex("^[A-Za-z]{1,3}$")]
    private static partial Regex Prefix();
}

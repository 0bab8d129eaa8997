using Ita.Domain.Texts;

namespace Ita.Domain.Naming;

/// <summary>Names of agencies, types and provinces in a form in which their spellings are equal.</summary>
public static class PlainName
{
    private const string Province = "จังหวัด";
    private const string EnglishProvince = "province";

    /// <summary>Abbreviations at the beginning of a name, with a full stop. Those of two letters begin other words too.</summary>
    private static readonly (string Short, string Full)[] Abbreviations =
    [
        ("อบต.", "องค์การบริหารส่วนตำบล"), ("อบจ.", "องค์การบริหารส่วนจังหวัด"),
        ("อบต", "องค์การบริหารส่วนตำบล"), ("อบจ", "องค์การบริหารส่วนจังหวัด"),
        ("ทต.", "เทศบาลตำบล"), ("ทม.", "เทศบาลเมือง"), ("ทน.", "เทศบาลนคร"), ("ทต ", "เทศบาลตำบล"), ("ทม ", "เทศบาลเมือง"), ("ทน ", "เทศบาลนคร"),
        ("จ.", Province),
    ];

    /// <summary>Letters, marks and digits only, in small letters and in one spelling.</summary>
    public static string Of(string text) => PlainText.Normalize(Repaired(text));

    /// <summary>A province without จังหวัด or จ. before it.</summary>
    public static string OfProvince(string text)
    {
        var repaired = Repaired(text);
        var plain = PlainText.Normalize(repaired.StartsWith("จ.", StringComparison.Ordinal) ? repaired["จ.".Length..] : repaired);
        plain = Without(plain, plain.StartsWith(Province, StringComparison.Ordinal), Province.Length, 0);
        return Without(plain, plain.EndsWith(EnglishProvince, StringComparison.Ordinal), 0, EnglishProvince.Length);
    }

    /// <summary>An agency's name with its abbreviation written out: อบต. is องค์การบริหารส่วนตำบล. Nothing else is guessed.</summary>
    public static string OfAgency(string text)
    {
        var repaired = Repaired(text);
        var (known, full) = Array.Find(Abbreviations, one => repaired.StartsWith(one.Short, StringComparison.Ordinal));
        return PlainText.Normalize(known is null ? repaired : full + repaired[known.Length..]);
    }

    private static string Without(string plain, bool applies, int before, int behind) =>
        applies && plain.Length > before + behind ? plain[before..^behind] : plain;

    private static string Repaired(string text) => ThaiSpelling.Repair(InvisibleCharacters.Remove(text)).Trim();
}

namespace Ita.Reports.Analysis;

/// <summary>The location of an agency, as shown on a cover.</summary>
internal static class AgencyPlace
{
    private const string Capital = "กรุงเทพมหานคร";

    public static string Of(Agency agency) => agency.Province == Capital
        ? Joined(WithWord("เขต", agency.District), Capital)
        : Joined(WithWord("อำเภอ", agency.District), WithWord("จังหวัด", agency.Province));

    private static string Joined(params string?[] parts) => string.Join(" ", parts.Where(part => part is not null));

    private static string? WithWord(string word, string? name) =>
        string.IsNullOrWhiteSpace(name) ? null : name.StartsWith(word, StringComparison.Ordinal) ? name : word + name;
}

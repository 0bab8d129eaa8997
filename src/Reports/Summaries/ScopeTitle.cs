using Ita.Domain.Naming;
using Ita.Domain.Ranking;

namespace Ita.Reports.Summaries;

/// <summary>The scope of a summary, as named in its title: what was asked for, and of the whole only what the data hold.</summary>
public static class ScopeTitle
{
    /// <summary>Every province of the country.</summary>
    public const string Nation = "ทั่วประเทศ";

    private const string Capital = "กรุงเทพมหานคร";
    private const int Named = 3;

    /// <param name="province">Null for every province.</param>
    /// <param name="type">Null for every type of agency.</param>
    /// <param name="rows">The agencies in the summary.</param>
    public static string Of(string? province, string? type, IReadOnlyCollection<SummaryRow> rows) => (province, type) switch
    {
        (null, null) => IsNation(rows) ? Nation : $"หน่วยงาน{Held(rows)}",
        ({ } one, null) => NameOf(one),
        (null, { } kind) => IsNation(rows) ? $"{kind} {Nation}" : $"{kind} {Held(rows)}",
        ({ } one, { } kind) => $"{kind} {NameOf(one)}",
    };

    /// <summary>What was asked for, without the data; empty for every agency.</summary>
    /// <inheritdoc cref="Of"/>
    public static string OfAsked(string? province, string? type) =>
        string.Join(' ', ((string?[])[type, province is null ? null : NameOf(province)]).OfType<string>());

    private static bool IsNation(IReadOnlyCollection<SummaryRow> rows) =>
        !OfficialNames.Provinces.Names.Except(rows.Select(row => row.Province).OfType<string>()).Any();

    private static string Held(IReadOnlyCollection<SummaryRow> rows)
    {
        var provinces = rows.Select(row => row.Province).Distinct().Order(StringComparer.Ordinal).ToList();
        return provinces.Contains(null) ? $"ในข้อมูล จำนวน {ThaiNumber.Count(rows.Count)} หน่วยงาน"
            : provinces.Count <= Named ? $"ใน{ThaiList.And(provinces.Select(province => NameOf(province!)))}"
            : $"ใน {ThaiNumber.Count(provinces.Count)} จังหวัด";
    }

    private static string NameOf(string province) => province == Capital ? Capital : $"จังหวัด{province}";
}

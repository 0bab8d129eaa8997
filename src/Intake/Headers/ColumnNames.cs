using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.Intake.Cells;

namespace Ita.Intake.Headers;

/// <summary>The names a column goes by, English and Thai, from the embedded columns.json.</summary>
internal static partial class ColumnNames
{
    private const string QuestionText = "ข้อคำถาม";

    /// <summary>Longer than any name of ours by far.</summary>
    private const int LongestTitle = 60;

    private static readonly ImmutableDictionary<Column, ImmutableArray<string>> Names = Read();

    private static readonly ImmutableDictionary<string, Column> ByPlainName = Names
        .SelectMany(column => column.Value.Select(name => (Name: CellText.Plain(name), column.Key)))
        .ToImmutableDictionary(column => column.Name, column => column.Key, StringComparer.Ordinal);

    /// <summary>As our own documents spell it: <c>fiscal_year</c>.</summary>
    public static string English(Column column) => Names[column][0];

    /// <summary>As our own forms head it.</summary>
    public static string Thai(Column column) => Names[column][1];

    /// <summary>The English name and the first Thai one, for whoever has to add the column.</summary>
    public static string Both(Column column) => $"{Names[column][0]} ({Names[column][1]})";

    /// <summary>Every name of the column in plain spelling, see <see cref="CellText.Plain"/>.</summary>
    public static IEnumerable<string> Plain(Column column) => Names[column].Select(CellText.Plain);

    /// <summary>Null when no column goes by this name.</summary>
    public static ColumnName? Find(string header)
    {
        var plain = CellText.Plain(header);
        return FindPlain(plain) ?? (HeaderUnit.Without(plain) is { } bare ? FindPlain(bare) : null);
    }

    private static ColumnName? FindPlain(string plain)
    {
        if (ByPlainName.TryGetValue(plain, out var column))
        {
            return column switch
            {
                // Without a number, the word heads a column of indicators' names.
                Column.Ind => new(Column.Name),
                Column.Question => null,
                _ => new(column),
            };
        }

        return Indicator(plain) ?? (QuestionCode().IsMatch(plain) ? new(Column.Question, Question: ItemSpellings.WithoutZeros(plain)) : null);
    }

    /// <summary>The column of an indicator whose name stands behind its number; null for any other title.</summary>
    public static ColumnName? FindTitled(string header) =>
        IndicatorTitle.Of(header) is { } title ? new(Column.Ind, title.Number) : null;

    /// <summary>Whether an item's column may as well hold what the item asks: it does where another column holds the item.</summary>
    public static bool MayBeName(string header) => CellText.Plain(header).StartsWith(QuestionText, StringComparison.Ordinal);

    /// <summary>Whether a title is a known name with a few letters wrong, rather than something else.</summary>
    public static bool IsNearly(string header)
    {
        var plain = CellText.Plain(header);
        return 2 * NearestName.Distance(plain, CellText.Plain(Nearest(header))) <= plain.Length && plain.Length <= LongestTitle;
    }

    private static ColumnName? Indicator(string plain)
    {
        var family = plain.TrimEnd("0123456789".ToCharArray());
        return ByPlainName.TryGetValue(family, out var column) && column is Column.Ind
            && int.TryParse(plain.AsSpan(family.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(column, number)
            : null;
    }

    /// <summary>The known name most like an unknown one, in the script it was written in.</summary>
    public static string Nearest(string header) =>
        NearestName.Of(CellText.Plain(header), Names.Values.SelectMany(names => names), CellText.Plain, count: 1).Single();

    /// <summary>Letters, a number, perhaps the number of a sub-question: <c>i1</c>, <c>ep12</c>, <c>i1.1</c>. Which exist is the year's to say.</summary>
    [GeneratedRegex(@"^[a-z]{1,2}[0-9]{1,3}(\.[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionCode();

    private static ImmutableDictionary<Column, ImmutableArray<string>> Read()
    {
        var assembly = typeof(ColumnNames).Assembly;
        using var stream = assembly.GetManifestResourceStream("Ita.Intake.Headers.columns.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!.ToImmutableDictionary(
            column => Enum.Parse<Column>(CellText.Plain(column.Key), ignoreCase: true),
            column => ImmutableArray.Create([column.Key, .. column.Value]));
    }
}

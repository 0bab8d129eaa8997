using System.Text.Json;
using Ita.Domain.Texts;

namespace Ita.Intake.Headers;

/// <summary>The names a column goes by, English and Thai, from the embedded columns.json.</summary>
internal static partial class ColumnNames
{
    private const string QuestionText = "ข้อคำถาม";

    private static readonly ImmutableArray<NamedColumn> All = Read();

    private static readonly Dictionary<string, NamedColumn> ByPlainName = All
        .SelectMany(column => column.Plain, (column, plain) => KeyValuePair.Create(plain, column))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>As our own documents spell it: <c>fiscal_year</c>.</summary>
    public static string English(Column column) => NamesOf(column)[0];

    /// <summary>As our own forms head it.</summary>
    public static string Thai(Column column) => NamesOf(column)[1];

    /// <summary>The English name and the first Thai one, for a message that the column is missing.</summary>
    public static string Both(Column column) => $"{NamesOf(column)[0]} ({NamesOf(column)[1]})";

    /// <summary>Every name of the column in plain spelling, see <see cref="CellText.Plain"/>.</summary>
    public static IEnumerable<string> Plain(Column column) => NamesOf(column).Select(CellText.Plain);

    /// <summary>Null when no column goes by this name.</summary>
    public static ColumnName? Find(string header)
    {
        var plain = CellText.Plain(header);
        return FindPlain(plain) ?? (HeaderUnit.Without(plain) is { } bare ? FindPlain(bare) : null);
    }

    private static ColumnName? FindPlain(string plain)
    {
        if (ByPlainName.TryGetValue(plain, out var named))
        {
            return named.Column switch
            {
                // Without a number, the word heads a column of indicators' names.
                Column.Ind => new(Column.Name),
                Column.Question => null,
                var column => new(column),
            };
        }

        return Indicator(plain) ?? (QuestionCode().IsMatch(plain) ? new(Column.Question, Question: CellText.WithoutZeros(plain)) : null);
    }

    /// <summary>The column of an indicator whose title has a name after the number; null for any other title.</summary>
    public static ColumnName? FindTitled(string header) =>
        IndicatorTitle.Parse(header) is { } title ? new(Column.Ind, title.Number) : null;

    /// <summary>Whether an item's column may as well hold what the item asks: it does where another column holds the item.</summary>
    public static bool MayBeName(string header) => CellText.Plain(header).StartsWith(QuestionText, StringComparison.Ordinal);

    private static ColumnName? Indicator(string plain)
    {
        var family = plain.TrimEnd("0123456789".ToCharArray());
        return ByPlainName.TryGetValue(family, out var named) && named.Column is Column.Ind
            && int.TryParse(plain.AsSpan(family.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(named.Column, number)
            : null;
    }

    /// <summary>The known name most like an unknown one, in the script it was written in.</summary>
    public static string Nearest(string header) =>
        NearestName.Find(CellText.Plain(header), All.SelectMany(column => column.Names), CellText.Plain, count: 1).Single();

    /// <summary>Whether a column's name is known, or so like a known one that it can hardly be anything else.</summary>
    public static bool Resembles(string header) => (Find(header) ?? FindTitled(header)) is not null
        || 2 * EditDistance.Between(NearestName.Start(CellText.Plain(header)), CellText.Plain(Nearest(header))) <= CellText.Plain(header).Length;

    /// <summary>
    /// Letters, a number, perhaps the number of a sub-question: <c>i1</c>, <c>ep12</c>, <c>i1.1</c>. Which exist is the year's to say.
    /// </summary>
    [GeneratedRegex(@"^[a-z]{1,2}[0-9]{1,3}(\.[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionCode();

    private static ImmutableArray<string> NamesOf(Column column) => All.First(named => named.Column == column).Names;

    private static ImmutableArray<NamedColumn> Read()
    {
        using var stream = typeof(ColumnNames).Assembly.GetManifestResourceStream("Ita.Intake.Headers.columns.json")!;
        using var columns = JsonDocument.Parse(stream);
        return [.. columns.RootElement.EnumerateObject().Select(Named)];
    }

    private static NamedColumn Named(JsonProperty column) => new(
        Enum.Parse<Column>(CellText.Plain(column.Name), ignoreCase: true),
        [column.Name, .. column.Value.EnumerateArray().Select(name => name.GetString()!)]);

    // A class, because generic code over value types is compiled at the start of every process.
    private sealed record NamedColumn(Column Column, ImmutableArray<string> Names)
    {
        public IEnumerable<string> Plain => Names.Select(CellText.Plain);
    }
}

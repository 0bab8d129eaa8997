namespace Ita.Intake.Tables;

/// <summary>What separates the cells: the most frequent of comma, semicolon and tab in the header row, outside quotes.</summary>
/// <param name="RowsToSkip">1 when the first row is Excel's own <c>sep=;</c>, which Excel does not show.</param>
internal sealed record Delimiter(char Character, ImmutableSortedDictionary<char, int> InHeader, int RowsToSkip)
{
    private const string Possible = ",;\t";
    private const int MostTitleRows = 10;

    public static Delimiter Detect(ReadOnlySpan<byte> start)
    {
        if (StatedFirst(start) is { } stated)
        {
            return new(stated, ImmutableSortedDictionary<char, int>.Empty, RowsToSkip: 1);
        }

        var counts = CountsInHeader(start);
        // The first of equals: a header of a single column has none of them, and reads as commas.
        return new(Possible.MaxBy(character => counts[character]), counts, RowsToSkip: 0);
    }

    /// <summary>Counts in the first row with at least three cells. Rows above it are titles, where a comma separates nothing.</summary>
    private static ImmutableSortedDictionary<char, int> CountsInHeader(ReadOnlySpan<byte> start)
    {
        var first = CountsIn(RowOf(ref start));
        var counts = first;
        for (var row = 1; row <= MostTitleRows && counts.Values.Max() < 2 && !start.IsEmpty; row++)
        {
            counts = CountsIn(RowOf(ref start));
        }

        return counts.Values.Max() < 2 ? first : counts;
    }

    private static char? StatedFirst(ReadOnlySpan<byte> start) =>
        start.StartsWith("sep="u8) && start.Length > 5 && Possible.Contains((char)start[4], StringComparison.Ordinal)
            && start[5] is (byte)'\r' or (byte)'\n'
            ? (char)start[4]
            : null;

    private static ImmutableSortedDictionary<char, int> CountsIn(ReadOnlySpan<byte> row)
    {
        var counts = Possible.ToDictionary(character => character, _ => 0);
        var quoted = false;
        foreach (var character in row)
        {
            quoted ^= character == '"';
            if (!quoted && counts.TryGetValue((char)character, out var count))
            {
                counts[(char)character] = count + 1;
            }
        }

        return counts.ToImmutableSortedDictionary();
    }

    /// <summary>The next line that is not blank. A line break within quotes does not end it.</summary>
    private static ReadOnlySpan<byte> RowOf(ref ReadOnlySpan<byte> start)
    {
        var row = start.TrimStart(" \r\n"u8);
        start = default;
        var quoted = false;
        for (var index = 0; index < row.Length; index++)
        {
            quoted ^= row[index] == '"';
            if (!quoted && row[index] is (byte)'\r' or (byte)'\n')
            {
                start = row[index..];
                return row[..index];
            }
        }

        return row;
    }
}

namespace Ita.Intake.Rows;

/// <summary>What has been read of one year: its agencies' sheets, and a number for each thing a score was stated of.</summary>
/// <remarks>A key is kept as a number, because the scores of a whole nation are in memory at once.</remarks>
internal sealed class YearBook
{
    private readonly Framework framework;
    private readonly Dictionary<ScoreKey, int> numbers = [];
    private readonly List<ScoreKey> keys = [];
    private readonly List<(string Name, bool IsChecklist)> groups = [];
    private readonly Dictionary<string, SheetDraft> drafts = new(StringComparer.Ordinal);
    private readonly ItemCell itemCell;
    private SheetDraft? last;
    private ImmutableArray<int> sorted = [];
    private KeyOrder order = new([], []);

    public YearBook(Framework framework, FrameworkCatalogue frameworks)
    {
        this.framework = framework;
        itemCell = new(framework, frameworks);
        Items = new(ReadItem);
    }

    public FiscalYear Year => framework.Year;

    public Framework Framework => framework;

    public CellCache<NumberedItem> Items { get; }

    public IReadOnlyCollection<SheetDraft> Drafts => drafts.Values;

    /// <summary>How many different keys have been named so far.</summary>
    public int KeyCount => keys.Count;

    public ScoreKey KeyOf(int number) => keys[number];

    public int NumberOf(ScoreKey key)
    {
        if (!numbers.TryGetValue(key, out var number))
        {
            number = keys.Count;
            keys.Add(key);
            numbers.Add(key, number);
        }

        return number;
    }

    /// <summary>The scores that a key is compared with: those of the items of its instrument or part, or those of its level.</summary>
    public (string Name, bool IsChecklist) GroupOf(int number)
    {
        while (groups.Count < keys.Count)
        {
            groups.Add(FindGroup(keys[groups.Count]));
        }

        return groups[number];
    }

    private (string Name, bool IsChecklist) FindGroup(ScoreKey key)
    {
        if (framework.Items.FirstOrDefault(item => item.Code == key.Code) is { } item)
        {
            var instrument = framework.Instruments.First(instrument => instrument.Indicators.Contains(item.Indicator));
            return (key.Part ?? instrument.Code, instrument.Answers is AnswerKind.Checklist);
        }

        return ($"level {key.Code.TrimEnd("0123456789.".ToCharArray())}", false);
    }

    /// <summary>The order of the keys that are stated. Agencies mostly state the same keys, and share it.</summary>
    /// <param name="scores">By the number of the key.</param>
    public KeyOrder OrderOf(StatedScore[] scores)
    {
        if (sorted.Length != keys.Count)
        {
            sorted = [.. Enumerable.Range(0, keys.Count).OrderBy(KeyOf)];
        }

        var stated = sorted.Where(number => number < scores.Length && scores[number].Line > 0).ToImmutableArray();
        if (!stated.AsSpan().SequenceEqual(order.Numbers.AsSpan()))
        {
            order = new(stated, [.. stated.Select(KeyOf)]);
        }

        return order;
    }

    public SheetDraft DraftOf(string code)
    {
        if (last is null || !ReferenceEquals(code, last.Code))
        {
            if (!drafts.TryGetValue(code, out last))
            {
                last = new(this, code);
                drafts.Add(code, last);
            }
        }

        return last;
    }

    private Reading<NumberedItem> ReadItem(string text)
    {
        var reading = itemCell.Read(text);
        return reading.IsGood
            ? new Reading<NumberedItem>(new(reading.Value, reading.Value.IsRating ? -1 : NumberOf(reading.Value.Key)), reading.Fault)
            : reading.Fault!;
    }
}

/// <summary>One book a year, whichever way the file spells the year.</summary>
internal sealed class YearBooks(FrameworkCatalogue frameworks)
{
    private readonly YearCell cell = new(frameworks);
    private readonly Dictionary<int, YearBook> books = [];

    public Reading<YearBook> Read(string text)
    {
        var year = cell.Read(text);
        if (year.Fault is { } fault)
        {
            return fault;
        }

        var number = year.Value.Year.BuddhistEra;
        return books.TryGetValue(number, out var book) ? book : books[number] = new(year.Value, frameworks);
    }
}

namespace Ita.Reports.Analysis;

/// <summary>The items of one indicator, with a score column for the combined figures or for each part.</summary>
/// <param name="Columns">The score columns; the part is null for combined figures.</param>
public sealed record ItemTable(ScoreNode Indicator, ImmutableArray<ItemColumn> Columns, ImmutableArray<ItemGroup> Groups)
{
    public IEnumerable<ItemLine> Lines => Groups.SelectMany(group => group.Lines);

    /// <summary>Whether any column has numbers of respondents.</summary>
    public bool HasRespondents => Lines.Any(line => line.Scores.Any(score => score.Respondents is not null));

    /// <summary>The table; null when no item of the indicator has a score.</summary>
    public static ItemTable? Create(AgencyResult result, ScoreNode indicator)
    {
        var sources = result.Instruments.First(instrument => instrument.Children.Contains(indicator)).Parts
            .SelectMany(part => part.Children)
            .Where(child => child.Key.Code == indicator.Key.Code)
            .Prepend(indicator)
            .Where(node => ItemsOf(node).Any(item => item.Shown is not null))
            .ToImmutableArray();
        return sources.IsEmpty ? null : new(indicator, [.. sources.Select(source => new ItemColumn(source))], GroupsOf(sources));
    }

    private static ImmutableArray<ItemGroup> GroupsOf(ImmutableArray<ScoreNode> sources)
    {
        var byCode = sources.Select(source => ItemsOf(source).ToDictionary(item => item.Key.Code)).ToList();
        return [.. Divided(sources[0]).Select(part => new ItemGroup(part.Sub, [.. part.Items.Select(item => LineOf(item, byCode))]))];
    }

    private static ItemLine LineOf(ScoreNode item, List<Dictionary<string, ScoreNode>> byCode) =>
        new(item.Key.Code, item.Name, [.. byCode.Select(items => items.GetValueOrDefault(item.Key.Code) ?? item with { Shown = null })]);

    private static IEnumerable<(ScoreNode? Sub, IEnumerable<ScoreNode> Items)> Divided(ScoreNode source) =>
        source.Children.Any(child => child.Level == Level.SubIndicator)
            ? source.Children.Select(sub => ((ScoreNode?)sub, ItemsOf(sub)))
            : [(null, ItemsOf(source))];

    private static IEnumerable<ScoreNode> ItemsOf(ScoreNode node) => node.SelfAndBelow().Where(below => below.Level == Level.Item);
}

/// <param name="Source">The indicator node whose items are in the column.</param>
public sealed record ItemColumn(ScoreNode Source)
{
    public string? Part => Source.Key.Part;
}

/// <param name="Sub">The sub-indicator; null when the indicator has none.</param>
public sealed record ItemGroup(ScoreNode? Sub, ImmutableArray<ItemLine> Lines);

/// <param name="Scores">One node per column.</param>
public sealed record ItemLine(string Code, string Text, ImmutableArray<ScoreNode> Scores)
{
    /// <summary>The score that decides the class: with two parts, the lower one.</summary>
    public decimal? Deciding => Scores.Min(score => score.Shown);

    /// <summary>Number of respondents, when it is the same in all columns or stated in one only.</summary>
    public int? Respondents => Scores.Select(score => score.Respondents).OfType<int>().Distinct().ToList() is [var one] ? one : null;
}

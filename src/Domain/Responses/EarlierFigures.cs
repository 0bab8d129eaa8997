namespace Ita.Domain.Responses;

/// <summary>The figures of an earlier version under names of their own, and how they are related to those of a later one.</summary>
internal sealed class EarlierFigures
{
    private readonly string mark;
    private readonly ImmutableDictionary<string, Aggregate> figures;

    private EarlierFigures(ShownVersion version, int number)
    {
        Version = version;
        mark = FormattableString.Invariant($"#{number} ");
        figures = ResultFigures.List(version.Result).ToImmutableDictionary(figure => figure.Name, StringComparer.Ordinal);
    }

    public ShownVersion Version { get; }

    /// <summary>The figures as terms of the system: shown ones are known, withheld ones are not.</summary>
    public IEnumerable<Aggregate> Renamed => figures.Values.Select(figure => figure with
    {
        Name = mark + figure.Name,
        IsPublished = IsShown(figure.Name),
        IsWithheld = !IsShown(figure.Name),
    });

    public IEnumerable<AggregateRelation> Relations => ResultFigures.Relations(Version.Result)
        .Select(relation => new AggregateRelation(relation.Terms.ToImmutableSortedDictionary(
            term => mark + term.Key, term => term.Value, StringComparer.Ordinal)));

    /// <summary>The versions that differ in a figure of people or in what they withhold; versions without such figures are left out.</summary>
    public static ImmutableArray<EarlierFigures> Distinct(IEnumerable<ShownVersion> versions) =>
    [
        .. versions.Where(version => !ResultFigures.OfPeople(version.Result).IsEmpty)
            .DistinctBy(version => string.Join('\n', [
                .. ResultFigures.List(version.Result).Select(figure => FormattableString.Invariant($"{figure.Name} {figure.People} {figure.Value}")),
                .. version.Hidden]))
            .Select((version, index) => new EarlierFigures(version, index + 1)),
    ];

    public bool IsShown(string name) => figures.ContainsKey(name) && !Version.Hidden.Contains(name);

    /// <summary>Whether this version shows the same figure of the same people.</summary>
    public bool Shows(Aggregate figure) => IsShown(figure.Name) && IsSame(figure);

    public Aggregate? Find(string name) => figures.GetValueOrDefault(name);

    /// <summary>What fewer than k people answered between this version and a later one: figures that are never shown.</summary>
    public IEnumerable<Aggregate> Gains(IEnumerable<Aggregate> later, int fewestPeople) => later
        .Where(figure => IsFewMore(figure, fewestPeople))
        .Select(figure => DifferenceTo(figure).Figures[^1]);

    /// <summary>Equal figures of the same people, and figures that fewer than k more people answered.</summary>
    public IEnumerable<AggregateRelation> RelationsTo(IEnumerable<Aggregate> later, int fewestPeople) => later
        .Where(figure => IsSame(figure) || IsFewMore(figure, fewestPeople))
        .Select(figure => IsSame(figure) ? EqualTo(figure) : DifferenceTo(figure).Relation);

    private AggregateRelation EqualTo(Aggregate figure) => new(
        new Dictionary<string, long> { [figure.Name] = 1, [mark + figure.Name] = -1 }.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private (ImmutableArray<Aggregate> Figures, AggregateRelation Relation) DifferenceTo(Aggregate figure) =>
        Suppression.Difference(figures[figure.Name] with { Name = mark + figure.Name }, figure);

    private bool IsSame(Aggregate figure) =>
        figures.TryGetValue(figure.Name, out var before) && before.People == figure.People && before.Value == figure.Value;

    private bool IsFewMore(Aggregate figure, int fewestPeople) => figures.TryGetValue(figure.Name, out var before)
        && figure.IsItem && before.People > 0 && figure.People > before.People && figure.People - before.People < fewestPeople;
}

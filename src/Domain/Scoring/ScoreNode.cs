namespace Ita.Domain.Scoring;

/// <summary>The level of a score in the tree.</summary>
public enum Level
{
    Total,
    Instrument,
    Part,
    Indicator,
    SubIndicator,
    Item,
}

/// <summary>How a score was obtained.</summary>
public enum ScoreStatus
{
    /// <summary>Computed from its children by the formula.</summary>
    Computed,

    /// <summary>
    /// Computed, and the published figure agrees within rounding. The published figure is shown, because it was computed from unrounded
    /// values.
    /// </summary>
    Published,

    /// <summary>Stated and used unchanged, because some or all children are missing.</summary>
    Given,

    /// <summary>Derived from other stated figures, not from its own children.</summary>
    Derived,

    /// <summary>Known only as a range.</summary>
    Bounded,

    /// <summary>Has no score by a rule of the year (ไม่ประมวลผล); the reason says which.</summary>
    NotProcessed,

    /// <summary>Has no score because no figure of it was sent (ไม่มีข้อมูล). This is no official outcome.</summary>
    NoData,

    /// <summary>Has a score that is not disclosed (ไม่เปิดเผย). Only <see cref="ScoreNode.StatusShown"/> has this value; it is not stored.</summary>
    Withheld,
}

/// <summary>
/// Why a score is missing or not computed from its children: a stable code, with its text in Texts/Data under <c>reason.{Code}</c>.
/// </summary>
public sealed record Reason(string Code, ImmutableSortedDictionary<string, string> Places)
{
    public Texts.LocalizedText Text => Texts.TextCatalogue.Fill($"reason.{Code}", Places);

    public static Reason Of(string code, params (string Place, string Text)[] places) =>
        new(code, places.Length == 0
            ? ImmutableSortedDictionary<string, string>.Empty
            : places.ToImmutableSortedDictionary(place => place.Place, place => place.Text));
}

/// <summary>One score of the tree, with everything needed to trace it to its inputs.</summary>
public sealed record ScoreNode
{
    public required Level Level { get; init; }

    /// <summary>The key of this score in a sheet.</summary>
    public required ScoreKey Key { get; init; }

    /// <summary>Thai name or question text, from the framework.</summary>
    public required string Name { get; init; }

    /// <summary>Share of the total in percent, for instruments and parts.</summary>
    public decimal? Weight { get; init; }

    /// <summary>
    /// The unrounded score, 0 to 100; null when only a range is known, when there are no data, or when it is not processed or withheld.
    /// </summary>
    public decimal? Score { get; init; }

    /// <summary>The score that is shown, at two decimals: the published figure if it agrees, otherwise the rounded score.</summary>
    public decimal? Shown { get; init; }

    /// <summary>As stored; to show it, use <see cref="StatusShown"/>.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>
    /// The status for readers. A withheld figure is stored as not processed, and so was a figure without data until rules.1: the reason
    /// distinguishes them.
    /// </summary>
    public ScoreStatus StatusShown => Status != ScoreStatus.NotProcessed ? Status : Reason?.Code switch
    {
        "suppressed-few" or "suppressed-beside" => ScoreStatus.Withheld,
        "incomplete" or "part-unknown" when Bounds != Interval.Unknown => ScoreStatus.Bounded,
        null or "no-data" or "incomplete" or "part-unknown" => ScoreStatus.NoData,
        _ => ScoreStatus.NotProcessed,
    };

    public Reason? Reason { get; init; }

    /// <summary>The range of the true score, given the rounding of the inputs and the missing inputs.</summary>
    public Interval Bounds { get; init; } = Interval.Unknown;

    /// <summary>The published figure of this node, whether it agrees or not; null when there is none.</summary>
    public decimal? Published { get; init; }

    /// <summary>Number of respondents; null when not stated.</summary>
    public int? Respondents { get; init; }

    /// <summary>The formula in codes, for example <c>mean(I1, I2, I3)</c>.</summary>
    public required string Formula { get; init; }

    /// <summary>Where a stated figure was read; empty for others.</summary>
    public string Source { get; init; } = "";

    public ImmutableArray<ScoreNode> Children { get; init; } = [];

    /// <summary>The parts of an instrument with parts; empty elsewhere.</summary>
    public ImmutableArray<ScoreNode> Parts { get; init; } = [];

    /// <summary>This node and all below it, parents first.</summary>
    /// <remarks>Collected in a list because nested iterators cost more than the scoring itself.</remarks>
    public IEnumerable<ScoreNode> SelfAndBelow()
    {
        var nodes = new List<ScoreNode>();
        Gather(nodes);
        return nodes;
    }

    private void Gather(List<ScoreNode> nodes)
    {
        nodes.Add(this);
        foreach (var child in Children)
        {
            child.Gather(nodes);
        }

        foreach (var part in Parts)
        {
            part.Gather(nodes);
        }
    }
}

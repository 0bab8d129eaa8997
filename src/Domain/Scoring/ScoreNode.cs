namespace Ita.Domain.Scoring;

/// <summary>Where in the tree a score stands.</summary>
public enum Level
{
    Total,
    Instrument,
    Part,
    Indicator,
    SubIndicator,
    Item,
}

/// <summary>How a score came about.</summary>
public enum ScoreStatus
{
    /// <summary>Follows from its children by the formula.</summary>
    Computed,

    /// <summary>Computed, and the published figure agrees within rounding: that one is shown, for it was made from unrounded values.</summary>
    Published,

    /// <summary>Stated, with no (or not all) children to compute it from; used as it is.</summary>
    Given,

    /// <summary>Follows from other stated figures, not from children of its own.</summary>
    Derived,

    /// <summary>Not known as one figure, only as a range.</summary>
    Bounded,

    /// <summary>The rule gives no score; see the reason.</summary>
    NotProcessed,
}

/// <summary>Why a score is not there, or is not what its children say: a stable code with its sentence under <c>reason.{Code}</c>.</summary>
public sealed record Reason(string Code, ImmutableSortedDictionary<string, string> Places)
{
    public Texts.LocalizedText Text => Texts.TextCatalogue.Fill($"reason.{Code}", Places);

    public static Reason Of(string code, params (string Place, string Text)[] places) =>
        new(code, places.Length == 0
            ? ImmutableSortedDictionary<string, string>.Empty
            : places.ToImmutableSortedDictionary(place => place.Place, place => place.Text));
}

/// <summary>One score of the tree with everything needed to follow it down to its inputs.</summary>
public sealed record ScoreNode
{
    public required Level Level { get; init; }

    /// <summary>The key of this figure in a sheet.</summary>
    public required ScoreKey Key { get; init; }

    /// <summary>Thai name or question text, from the framework.</summary>
    public required string Name { get; init; }

    /// <summary>Share of the total in percent, for instruments and parts.</summary>
    public decimal? Weight { get; init; }

    /// <summary>The unrounded score; null when bounded or not processed.</summary>
    public decimal? Score { get; init; }

    /// <summary>What is shown: the published figure where it agrees, else the score, at two decimals.</summary>
    public decimal? Shown { get; init; }

    public required ScoreStatus Status { get; init; }

    public Reason? Reason { get; init; }

    /// <summary>The range in which the true score lies, by the rounding of the inputs and the missing ones.</summary>
    public Interval Bounds { get; init; } = Interval.Unknown;

    /// <summary>The published figure of this node, agreeing or not.</summary>
    public decimal? Published { get; init; }

    /// <summary>How many answered, where stated.</summary>
    public int? Respondents { get; init; }

    /// <summary>The formula in codes, for example <c>mean(I1, I2, I3)</c>.</summary>
    public required string Formula { get; init; }

    /// <summary>Where the figure was read, for one that was stated.</summary>
    public string Source { get; init; } = "";

    public ImmutableArray<ScoreNode> Children { get; init; } = [];

    /// <summary>The parts of an instrument that is asked in parts; empty elsewhere.</summary>
    public ImmutableArray<ScoreNode> Parts { get; init; } = [];

    /// <summary>This node and all below it, parents first.</summary>
    /// <remarks>Gathered in one list: scoring walks every subtree, and iterators within iterators cost more than the sums.</remarks>
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

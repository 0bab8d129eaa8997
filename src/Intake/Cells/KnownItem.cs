namespace Ita.Intake.Cells;

/// <summary>Something of a year that a score can be stated of.</summary>
/// <param name="Instrument">The instrument it belongs to; null for the total and the rating.</param>
/// <param name="IsItem">A question, not a figure made of several.</param>
/// <param name="Label">What the cell calls it behind its number; null when it does not.</param>
internal sealed record KnownItem(ScoreKey Key, Instrument? Instrument, bool IsItem = false, string? Label = null)
{
    /// <summary>The row that states the published rating: its score cell holds words.</summary>
    public static KnownItem Rating { get; } = new(new ScoreKey("RATING"), Instrument: null);

    public bool IsRating => ReferenceEquals(this, Rating);

    /// <summary>Whether it has parts of which this is none.</summary>
    public bool WantsPart => Key.Part is null && Instrument is { Parts.Length: > 0 };
}

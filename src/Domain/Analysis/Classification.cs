namespace Ita.Domain.Analysis;

/// <summary>What a score asks of the agency.</summary>
public enum ScoreClass
{
    /// <summary>ข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน.</summary>
    Urgent,

    /// <summary>พัฒนาให้ดีขึ้น.</summary>
    Improve,

    /// <summary>รักษาระดับ.</summary>
    Keep,
}

/// <summary>The two lines between the classes, in points. An agency may set its own: some take 95 for the lower one.</summary>
/// <param name="Pass">From here on a score is no longer urgent.</param>
/// <param name="Full">From here on it is to be kept; above <paramref name="Pass"/>.</param>
public sealed record ClassThresholds(decimal Pass, decimal Full)
{
    /// <summary>85 and 100.</summary>
    public static ClassThresholds Usual { get; } = new(85, 100);
}

/// <summary>Puts every score there is, 0 to 100, in exactly one class.</summary>
public static class Classification
{
    /// <summary>
    /// The class of a score as it is shown, at two decimals: a reader who sees 85.00 must not find it among those below 85.
    /// There is no gap below 100: 99.35 is <see cref="ScoreClass.Improve"/>.
    /// </summary>
    public static ScoreClass Classify(decimal score, ClassThresholds thresholds)
    {
        var shown = Rounding.ToShown(score);
        return shown < thresholds.Pass ? ScoreClass.Urgent : shown < thresholds.Full ? ScoreClass.Improve : ScoreClass.Keep;
    }
}

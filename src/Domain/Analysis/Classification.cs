namespace Ita.Domain.Analysis;

/// <summary>The action that a score requires.</summary>
public enum ScoreClass
{
    /// <summary>ข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน.</summary>
    Urgent,

    /// <summary>พัฒนาให้ดีขึ้น.</summary>
    Improve,

    /// <summary>รักษาระดับ.</summary>
    Keep,
}

/// <summary>The two thresholds between the classes, in points. An agency may set its own; some use 95 for the lower one.</summary>
/// <param name="Pass">Scores from here on are not urgent.</param>
/// <param name="Full">Scores from here on are to be kept; above <paramref name="Pass"/>.</param>
public sealed record ClassThresholds(decimal Pass, decimal Full)
{
    /// <summary>85 and 100.</summary>
    public static ClassThresholds Default { get; } = new(85, 100);
}

/// <summary>Assigns every score, 0 to 100, to exactly one class.</summary>
public static class Classification
{
    /// <summary>
    /// Classifies a score as shown, at two decimals, so that a score printed as 85.00 is never listed among those below 85. There is no gap
    /// below 100: 99.35 is <see cref="ScoreClass.Improve"/>.
    /// </summary>
    public static ScoreClass Classify(decimal score, ClassThresholds thresholds)
    {
        var shown = Rounding.ToShown(score);
        return shown < thresholds.Pass ? ScoreClass.Urgent : shown < thresholds.Full ? ScoreClass.Improve : ScoreClass.Keep;
    }
}

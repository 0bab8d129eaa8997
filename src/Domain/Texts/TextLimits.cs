namespace Ita.Domain.Texts;

/// <summary>The longest texts that are stored, in UTF-16 units, whether they come from a file or over HTTP.</summary>
/// <remarks>A property of a table row holds 32,768 units, and a measure is one property: <see cref="WholeMeasure"/> leaves room for its
/// pictures.</remarks>
public static class TextLimits
{
    public const int AgencyName = 300;
    public const int AgencyType = 200;
    public const int Province = 100;
    public const int District = 100;

    /// <summary>The measure itself, one step, monitoring or a result.</summary>
    public const int MeasureText = 10_000;

    /// <summary>A period, or a responsible office.</summary>
    public const int MeasureLine = 1_000;

    public const int MeasureId = 64;

    public const int EvidenceUrl = 2_000;

    /// <summary>A measure as stored: all its texts with the names of its members.</summary>
    public const int WholeMeasure = 32_000;

    /// <summary>All measures of a plan as stored. A transaction of a table has 4 MiB, and a Thai letter takes six bytes in it.</summary>
    public const int WholePlan = 600_000;

    /// <summary>A line of a letter head.</summary>
    public const int LetterLine = 300;

    /// <summary>The lines of one part of a letter head.</summary>
    public const int LetterLines = 8;

    /// <summary>The reason for a change.</summary>
    public const int Reason = 500;

    /// <summary>The note of a key.</summary>
    public const int Note = 100;

    /// <summary>A text without a limit of its own.</summary>
    public const int Other = 1_000;
}

namespace Ita.Domain.Texts;

/// <summary>
/// The longest text of each field that is stored, in UTF-16 characters. A table property holds 32,768 of them, and a row 1 MB.
/// </summary>
public static class TextLimits
{
    /// <summary>The code of an agency, which is part of a table key.</summary>
    public const int AgencyCode = 40;

    /// <summary>The name, type, province or district of an agency.</summary>
    public const int AgencyText = 300;

    /// <summary>A published rating in the words of a file.</summary>
    public const int Rating = 200;

    /// <summary>What a file calls a score besides its code. A longer text is cut.</summary>
    public const int Label = 500;

    /// <summary>An assessor's comment on a checklist item.</summary>
    public const int Comment = 32_000;

    /// <summary>The web addresses of one cell together.</summary>
    public const int Urls = 4_000;

    /// <summary>The title of a measure.</summary>
    public const int MeasureTitle = 1_000;

    /// <summary>The steps of a measure together.</summary>
    public const int MeasureSteps = 6_000;

    /// <summary>The period, the office responsible or the monitoring of a measure.</summary>
    public const int MeasureDetail = 1_000;

    /// <summary>The result of a measure, or of one round of its follow-up.</summary>
    public const int MeasureResult = 3_000;

    /// <summary>A measure with all its texts, as it is stored in one table property.</summary>
    public const int Measure = 32_000;
}

using System.Globalization;

namespace Ita.Domain.Texts;

/// <summary>
/// The longest text of each field that is stored, in UTF-16 characters. A table property holds 32,768 of them, and a row 1 MB.
/// </summary>
public static class TextLimits
{
    /// <summary>The code of an agency, which is part of a table key.</summary>
    public const int AgencyCode = 40;

    public const int AgencyName = 300;
    public const int AgencyType = 200;
    public const int Province = 100;
    public const int District = 100;

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

    /// <summary>A measure as a file states it, written as JSON; see <see cref="JsonLength"/>. The rest of its table property is for
    /// follow-up.</summary>
    public const int MeasureJson = 22_000;

    /// <summary>The title, one step, monitoring or a result of a measure that is sent alone, and not with a hundred others in a file.</summary>
    public const int MeasureText = 10_000;

    public const int MeasureId = 64;

    public const int EvidenceUrl = 2_000;

    /// <summary>All measures of a plan as stored. A transaction of a table has 4 MiB, and a Thai letter takes six bytes in it.</summary>
    public const int WholePlan = 600_000;

    /// <summary>A line of a letter head.</summary>
    public const int LetterLine = 300;

    /// <summary>The lines of one part of a letter head.</summary>
    public const int LetterLines = 8;

    /// <summary>The reason for a change.</summary>
    public const int Reason = 500;

    /// <summary>A comment of an agency on its result. With its evidence it fits a table property.</summary>
    public const int Appeal = 3_000;

    /// <summary>One remark of a respondent or assessor, before and after its personal data is masked.</summary>
    public const int Remark = 3_000;

    /// <summary>All remarks about one agency and year from one instrument, as JSON. They are in one row of a table, which holds 1 MB.</summary>
    public const int Remarks = 300_000;

    /// <summary>The note of a key.</summary>
    public const int Note = 100;

    /// <summary>A text without a limit of its own.</summary>
    public const int Other = 1_000;

    /// <summary>Any JSON that is stored in one table property: a measure with the names of its members, the scores of a sheet.</summary>
    public const int PropertyJson = 32_000;

    /// <summary>The most characters that a text needs in stored JSON, without its quotes.</summary>
    public static int JsonLength(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const int escaped = 6;
        return text.Sum(character => character is '"' or '\\' ? 2 : IsWrittenAsItIs(character) ? 1 : escaped);
    }

    private static bool IsWrittenAsItIs(char character) => char.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

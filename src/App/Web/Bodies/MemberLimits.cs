using Ita.Domain.Texts;

namespace Ita.App.Web.Bodies;

/// <summary>The limits of the members of JSON bodies, by name: a name means the same in every body.</summary>
internal static class MemberLimits
{
    private const int UsualList = 100;

    private static readonly Dictionary<string, int> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["agencyName"] = TextLimits.AgencyName,
        ["agencyType"] = TextLimits.AgencyType,
        ["type"] = TextLimits.AgencyType,
        ["province"] = TextLimits.Province,
        ["district"] = TextLimits.District,
        ["measure"] = TextLimits.MeasureText,
        ["steps"] = TextLimits.MeasureText,
        ["monitoring"] = TextLimits.MeasureText,
        ["result"] = TextLimits.MeasureText,
        ["period"] = TextLimits.MeasureDetail,
        ["responsible"] = TextLimits.MeasureDetail,
        ["url"] = TextLimits.EvidenceUrl,
        ["urls"] = TextLimits.Urls,
        ["addressee"] = TextLimits.LetterLine,
        ["circularAddressee"] = TextLimits.LetterLine,
        ["unit"] = TextLimits.LetterLine,
        ["telephone"] = TextLimits.LetterLine,
        ["number"] = TextLimits.LetterLine,
        ["subject"] = TextLimits.LetterLine,
        ["position"] = TextLimits.LetterLine,
        ["name"] = TextLimits.LetterLine,
        ["address"] = TextLimits.LetterLine,
        ["contact"] = TextLimits.LetterLine,
        ["copiesTo"] = TextLimits.LetterLine,
        ["reason"] = TextLimits.Reason,
        ["overruleReason"] = TextLimits.Reason,
        ["answer"] = TextLimits.Reason,
        ["comment"] = TextLimits.Appeal,
        ["note"] = TextLimits.Note,
    };

    private static readonly Dictionary<string, int> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        // The measures of a plan: it is replaced in one transaction, which has at most 100 rows including the deleted ones.
        [""] = 50,
        ["signatories"] = TextLimits.LetterLines,
        ["address"] = TextLimits.LetterLines,
        ["contact"] = TextLimits.LetterLines,
        ["copiesTo"] = TextLimits.LetterLines,
        ["agencies"] = 10_000,
        ["items"] = 200,
    };

    // Members that people write in several lines.
    private static readonly HashSet<string> Multiline = new(StringComparer.OrdinalIgnoreCase)
    {
        "measure", "steps", "monitoring", "result", "period", "responsible", "reason", "overruleReason", "answer", "comment",
    };

    /// <summary>The longest text of a member, in UTF-16 units. The texts of a list have the limit of the list's member.</summary>
    public static int TextOf(string member) => Texts.GetValueOrDefault(member, TextLimits.Other);

    /// <summary>The most entries of a list; the empty name is the body itself.</summary>
    public static int ListOf(string member) => Lists.GetValueOrDefault(member, UsualList);

    public static bool IsMultiline(string member) => Multiline.Contains(member);
}

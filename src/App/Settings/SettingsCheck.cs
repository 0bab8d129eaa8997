using Ita.Domain.Texts;

namespace Ita.App.Settings;

/// <summary>The rules of settings beyond the types of their members.</summary>
internal static class SettingsCheck
{
    private const string Fields =
        "lowLimit, highLimit, digits, addressee, circularAddressee, unit, telephone, address, signatories, chapters";

    /// <summary>The refusal of settings that cannot be stored, without its problems.</summary>
    public static Refusal Invalid { get; } = Refusal.Invalid(
        "settings-invalid", ("fields", Fields), ("lines", $"{TextLimits.LetterLines}"), ("letters", $"{TextLimits.LetterLine}"));

    /// <summary>The settings as they are stored; refused when they break a rule.</summary>
    public static Outcome<ReportSettings> Check(Outcome<ReportSettings> read)
    {
        if (read.IsRefused)
        {
            return read;
        }

        var sent = WithoutBlanks(read.Value);
        var problems = FindProblems(sent);
        return problems.IsEmpty ? sent : Invalid.Because(problems);
    }

    private static ImmutableArray<Problem> FindProblems(ReportSettings settings) =>
    [
        .. settings.HasGoodLimits() ? [] : new[] { new Problem("limits-invalid", Severity.Error, Column: "lowLimit, highLimit") },
        .. Unlisted("digits", "kind", settings.Digits.Select(one => one.Kind), DocumentKinds.All.Select(kind => kind.Code).Append(null)),
        .. Twice("digits", settings.Digits.Select(one => one.Kind)),
        .. Unlisted("chapters", "chapter", settings.Chapters.Select(one => one.Chapter), ReportChapter.All.Select(chapter => chapter.Code)),
        .. Twice("chapters", settings.Chapters.Select(one => one.Chapter)),
    ];

    // A blank text means the default, as null does.
    private static ReportSettings WithoutBlanks(ReportSettings settings) => settings with
    {
        Addressee = Plain(settings.Addressee),
        CircularAddressee = Plain(settings.CircularAddressee),
        Unit = Plain(settings.Unit),
        Telephone = Plain(settings.Telephone),
        Address = [.. settings.Address.Select(Plain).OfType<string>()],
    };

    private static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IEnumerable<Problem> Unlisted(string list, string member, IEnumerable<string?> sent, IEnumerable<string?> known)
    {
        List<string?> all = [.. known];
        return sent.Index().Where(one => !all.Contains(one.Item)).Select(one =>
            new Problem("member-not-listed", Severity.Error, Column: FormattableString.Invariant($"{list}[{one.Index}].{member}"))
                .With("known", string.Join(", ", all.OfType<string>())));
    }

    private static IEnumerable<Problem> Twice(string list, IEnumerable<string?> sent)
    {
        var seen = new HashSet<string>();
        return sent.Index().Where(one => !seen.Add(one.Item ?? "")).Select(one =>
            new Problem("member-twice", Severity.Error, Column: FormattableString.Invariant($"{list}[{one.Index}]")));
    }
}

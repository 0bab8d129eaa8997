namespace Ita.App.Tests.Contract.Fuzz;

/// <summary>Values for parameters and members: usual ones, and those that break what is not checked.</summary>
internal static class FuzzTexts
{
    public const string Agency = "FUZZ";
    public const string OtherAgency = "FUZZ2";

    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "1", "2", "99999999999999999999", "1e400", "NaN", "true", "null", "{}", "[]", "../..", "a/b", "a\\b", "#", "?",
        "%", "%00", "'", "\"", "<b>", "|", "a|b", "!plan", "!", "~", "~0041", "+", "&", "=", ";", "ก", "เทศบาลเมืองตัวอย่าง", "\u0000",
        "\u0001", "\n", "\u007f", "\u0085", "\u202e", "\u2066", "\u061c", "\u200b", "\ufeff", "\ufffe", "\uffff", "\ufdd0", "\ud83d\ude00",
        "2569-11-01", "2026-02-30", "2569-11", "๒๕๖๖", "１２３", new('A', 41), new('A', 513), new('ก', 200), new('#', 200), new('x', 1_500),
        "m01", "FUZZ", "pdf", "html", "csv", "json", "thai", "arabic",
    ];

    private static readonly string[] Years =
        ["2566", "2567", "2566", "2567", "2566", "2567", "2566", "2567", "2565", "2563", "2599", "-2566", "2024", "2147483648"];

    private static readonly Dictionary<string, string[]> Usual = new(StringComparer.Ordinal)
    {
        ["year"] = Years,
        ["fiscalYear"] = Years,
        ["agency"] = [Agency, Agency, Agency, Agency, Agency, OtherAgency, "NOBODY"],
        ["code"] = [Agency, Agency, OtherAgency, "NOBODY"],
        ["id"] = ["m01", "m01", "m02", "annual-2566", "run-2566-0123456789abcdef", "0123456789abcdef", "0123456789abcdef0123456789abcdef"],
        ["picture"] = [new('a', 64), "x"],
        ["kind"] = ["analysis", "measures", "follow-up", "memo", "circular", "check", "summary", "scores", "responses", "checklist"],
        ["instrument"] = ["iit", "eit", "IIT", "EIT1", "oit"],
        ["name"] = ["result", "diff", "dry-run", "scores.csv"],
        ["format"] = ["csv", "json", "html", "pdf", "docx"],
        ["digits"] = ["thai", "arabic"],
        ["month"] = ["2026-11", "2569-11", "2026-13"],
        ["day"] = ["2026-11-01", "2569-11-01"],
        ["pageSize"] = ["1", "2", "1000", "1001", "0"],
        ["page"] = ["1", "2", "zzz", "2147483647"],
        ["version"] = ["1", "2", "0", "-1"],
        ["from"] = ["1", "2"],
        ["to"] = ["1", "2"],
        ["target"] = ["ผ่านดี", "AA", "A"],
        ["efforts"] = ["O25:3,IIT:0.5", "O25:-1", "O25:99999999999999999999999999999", "I1:0", "IND1:1"],
        ["without"] = ["O8", "O8,O9", "IND1,IND2", "X"],
        ["pass"] = ["85", "0", "100", "-1", "79228162514264337593543950335"],
        ["full"] = ["100", "0", "85.5"],
        ["internal"] = ["40", "0", "2147483647", "-1"],
        ["external"] = ["50", "0", "2147483647", "-1"],
        ["dryRun"] = ["true", "false", "yes"],
        ["again"] = ["true", "false"],
        ["part"] = ["1", "2", "3"],
    };

    /// <summary>A value for a parameter; usual ones are more frequent, so that calls reach their endpoints.</summary>
    /// <param name="oneIn">One in so many values is an odd one.</param>
    public static string ValueFor(string parameter, int oneIn, Random random) =>
        Usual.TryGetValue(parameter, out var usual) && random.Next(oneIn) > 0 ? Pick(usual, random) : Pick(Odd, random);

    public static string AnyOdd(Random random) => Pick(Odd, random);

    public static T Pick<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}

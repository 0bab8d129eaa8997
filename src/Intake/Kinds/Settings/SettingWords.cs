using Ita.Domain.Settings;

namespace Ita.Intake.Kinds.Settings;

/// <summary>The values of settings that are words: digits, and whether a chapter is printed.</summary>
internal static class SettingWords
{
    private static readonly ImmutableArray<(DigitStyle Value, string[] Words)> DigitWords =
    [
        (DigitStyle.Thai, ["ไทย", "thai", "เลขไทย"]),
        (DigitStyle.Arabic, ["อารบิก", "arabic", "เลขอารบิก", "อาราบิก", "เลขอาราบิก", "ฮินดูอารบิก"]),
    ];

    private static readonly ImmutableArray<(bool Value, string[] Words)> PrintWords =
    [
        (true, ["พิมพ์", "yes", "ใช่", "มี", "true", "1", "y"]),
        (false, ["ไม่พิมพ์", "no", "ไม่ใช่", "ไม่มี", "ไม่", "false", "0", "n"]),
    ];

    public static Reading<DigitStyle> ReadDigits(string text) => Read(text, DigitWords);

    public static Reading<bool> ReadPrinted(string text) => Read(text, PrintWords);

    public static string Show(DigitStyle digits) => DigitWords.First(known => known.Value == digits).Words[0];

    public static string Show(bool isPrinted) => PrintWords.First(known => known.Value == isPrinted).Words[0];

    private static Reading<T> Read<T>(string text, ImmutableArray<(T Value, string[] Words)> known)
    {
        var plain = CellText.Plain(text);
        foreach (var (value, words) in known)
        {
            if (words.Any(word => CellText.Plain(word) == plain))
            {
                return value;
            }
        }

        var shown = known.Select(one => $"{one.Words[0]} ({one.Words[1]})").ToList();
        var nearest = NearestName.Find(plain, known.SelectMany(one => one.Words), CellText.Plain, 1).First();
        return new Fault(ProblemCatalogue.SettingValueUnknown)
            .With("known", string.Join(", ", shown))
            .With("nearest", shown[known.IndexOf(known.First(one => one.Words.Contains(nearest)))]);
    }
}

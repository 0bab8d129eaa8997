using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.Domain.Remarks;
using Ita.Tests;

namespace Ita.Domain.Tests.Remarks;

public partial class MaskedTextTests
{
    private static readonly Example[] All = JsonSerializer.Deserialize<Example[]>(
        File.ReadAllText(Repository.PathOf("tests", "SampleData", "Remarks", "masking.json")), JsonSerializerOptions.Web)!;

    /// <summary>Numbers of invented people, as people write them; ? is any digit.</summary>
    private static readonly string[] Shapes =
    [
        "08?-???-????", "08????????", "06 ???? ????", "0 2??? ????", "(03?) ??????", "+66 8? ??? ????", "0066 8????????", "1-????-?????-??-?",
        "3????????????", "???-?-?????-?", "1 ???? ????? ?? ?", "7????????", "08?.???.????", "08? ??? ????",
    ];

    private static readonly string[] Around = ["", " ", "โทร", "โทร. ", "ข้อ1.", "ก", "(", "2567 ", " 2567", ") ", "นายสมชาย ใจดี", " เบอร์:", "/"];

    public static TheoryData<Example> Examples => [.. All];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_text_is_masked_as_in_the_example(Example example) => Assert.Equal(example.Masked, MaskedText.Of(example.Text));

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_masked_text_is_not_changed_again(Example example) => Assert.Equal(example.Masked, MaskedText.Of(example.Masked));

    [Fact]
    public void The_examples_have_masked_texts_and_others()
    {
        Assert.InRange(All.Count(example => example.Masked.Contains('[', StringComparison.Ordinal)), 40, int.MaxValue);
        Assert.InRange(All.Count(example => !example.Masked.Contains('[', StringComparison.Ordinal)), 20, int.MaxValue);
    }

    [Fact]
    public void No_number_of_nine_digits_is_left_between_any_words()
    {
        var random = new Random(18);
        for (var run = 0; run < 2_000; run++)
        {
            var text = Text(random);
            var masked = MaskedText.Of(text);

            Assert.False(NineDigits().IsMatch(masked), $"{text} became {masked}");
            Assert.Equal(masked, MaskedText.Of(masked));
        }
    }

    [Fact]
    public void Thai_digits_and_invisible_characters_change_nothing()
    {
        var random = new Random(41);
        for (var run = 0; run < 500; run++)
        {
            var text = Text(random);
            var other = string.Concat(text.Select(one => char.IsAsciiDigit(one) ? $"{(char)(one - '0' + '๐')}\u200B" : $"{one}"));

            Assert.Equal(MaskedText.Of(text).Split('[').Length, MaskedText.Of(other).Split('[').Length);
        }
    }

    [Theory]
    [InlineData("12345678", "12345678")]
    [InlineData("123456789", "[เลขหมาย]")]
    [InlineData("1234567890", "[เลขหมาย]")]
    public void A_number_is_long_from_nine_digits_on(string text, string masked) => Assert.Equal(masked, MaskedText.Of(text));

    [Fact]
    public void Two_thousand_letters_of_any_kind_are_read_in_a_moment()
    {
        string[] parts = ["นาย", "1", "0", "-", " ", "a", "@", "บ้านเลขที่ ", "สม", "/", "คุณ", "8", "บัญชี", "line "];
        var random = new Random(3);
        for (var run = 0; run < 20; run++)
        {
            var text = string.Concat(Enumerable.Range(0, 1_000).Select(_ => parts[random.Next(parts.Length)]));
            var before = System.Diagnostics.Stopwatch.GetTimestamp();
            MaskedText.Of(text);

            Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
        Around[random.Next(Around.Length)]
        + string.Concat(Shapes[random.Next(Shapes.Length)].Select(one => one == '?' ? (char)('0' + random.Next(10)) : one))
        + Around[random.Next(Around.Length)]));

    [GeneratedRegex(@"\d(-?\d){8,}", RegexOptions.CultureInvariant)]
    private static partial Regex NineDigits();

    public sealed record Example(string Name, string Source, string Text, string Masked)
    {
        public override string ToString() => Name;
    }
}

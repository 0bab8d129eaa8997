using Azure.Data.Tables;
using Ita.App.Storage;

namespace Ita.App.Tests.Storage;

public sealed class TableKeyTests
{
    private const string Awkward = "~0/2F\\#?\uD83D\uDE00ก";

    [Theory]
    [InlineData("A001", "A001")]
    [InlineData("", "")]
    [InlineData("กค 0101/2569", "กค 0101~002F2569")]
    [InlineData("~", "~007E")]
    [InlineData("100% 'ok'", "100% 'ok'")]
    [InlineData("🇹🇭", "🇹🇭")]
    public void A_key_equals_its_text_except_for_escaped_characters(string text, string key)
    {
        Assert.Equal(key, TableKey.Escape(text));
        Assert.Equal(text, TableKey.Unescape(key));
    }

    // Not in the rows above, because an attribute cannot contain half a surrogate pair.
    [Fact]
    public void Half_a_surrogate_pair_is_escaped() =>
        A_key_equals_its_text_except_for_escaped_characters("\uDE00\uD83D", "~DE00~D83D");

    [Fact]
    public void Every_character_of_the_basic_plane_survives_alone_and_among_others()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            Survives($"{(char)unit}");
            Survives($"ก{(char)unit}~");
        }
    }

    [Fact]
    public void Different_texts_have_different_keys()
    {
        var chance = new Random(2569);
        var texts = Enumerable.Range(0, 20_000).Select(_ => AnyText(chance)).Distinct(StringComparer.Ordinal).ToList();

        texts.ForEach(Survives);

        Assert.Equal(texts.Count, texts.Select(TableKey.Escape).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("~")]
    [InlineData("~00")]
    [InlineData("~002")]
    [InlineData("~00zz")]
    [InlineData("~002f")]
    [InlineData("~0041")]
    [InlineData("a/b")]
    [InlineData("~D83D~DE00")]
    public void A_key_that_no_text_has_is_refused(string key) => Assert.Throws<FormatException>(() => TableKey.Unescape(key));

    private static void Survives(string text)
    {
        var key = TableKey.Escape(text);
        TableKeyRule.Check(key, nameof(key));
        Assert.Equal(text, TableKey.Unescape(key));
    }

    // Short, and mostly of special characters, so that collisions would occur.
    private static string AnyText(Random chance) =>
        new([.. Enumerable.Range(0, chance.Next(6)).Select(_ => AnyUnit(chance))]);

    private static char AnyUnit(Random chance) =>
        chance.Next(3) == 0 ? (char)chance.Next(0x10000) : Awkward[chance.Next(Awkward.Length)];
}

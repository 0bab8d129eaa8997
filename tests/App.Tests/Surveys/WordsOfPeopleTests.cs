using Ita.App.Surveys;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Ita.App.Tests.Surveys;

/// <summary>Normalisation of what people type, and of the client's address.</summary>
public sealed class WordsOfPeopleTests
{
    [Theory]
    [InlineData("081-234-5678", "+66812345678")]
    [InlineData("+66 81 234 5678", "+66812345678")]
    [InlineData("๐๘๑๒๓๔๕๖๗๘", "+66812345678")]
    [InlineData(" Someone@Example.ORG ", "someone@example.org")]
    [InlineData("021234567", null)]
    [InlineData("08123456789", null)]
    [InlineData("someone@", null)]
    [InlineData("Some One <someone@example.org>", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_phone_or_address_has_one_spelling(string? typed, string? spelling) => Assert.Equal(spelling, OtpSubject.Read(typed)?.Text);

    [Fact]
    public void A_subject_does_not_appear_in_its_text() =>
        Assert.DoesNotContain("812345678", $"{OtpSubject.Read("0812345678")}", StringComparison.Ordinal);

    [Fact]
    public void A_code_is_read_however_it_is_typed()
    {
        var code = AccessCode.New();

        Assert.Matches("^[34679ACDEFGHJKLMNPQRTWXY]{4}(-[34679ACDEFGHJKLMNPQRTWXY]{4}){2}$", code);
        Assert.Equal(code.Replace("-", "", StringComparison.Ordinal), AccessCode.Read(code));
        Assert.Equal(AccessCode.Read(code), AccessCode.Read($" {code.ToLowerInvariant().Replace('-', ' ')} "));
        Assert.Null(AccessCode.Read(code[..^1]));
        Assert.Null(AccessCode.Read(new string('A', 1000)));
    }

    [Theory]
    [InlineData("fifteen-letters", false)]
    [InlineData("sixteen--letters", true)]
    [InlineData("with a blank in it", false)]
    public void A_nonce_is_long_enough_to_be_random(string text, bool isGood) => Assert.Equal(isGood, Nonce.Read(text) is not null);

    [Fact]
    public void A_nonce_has_at_most_64_characters()
    {
        Assert.NotNull(Nonce.Read(new string('a', 64)));
        Assert.Null(Nonce.Read(new string('a', 65)));
    }

    [Fact]
    public void A_nonce_of_ours_knows_when_its_form_was_shown()
    {
        var clock = new HandClock("2024-05-01T05:00:00Z");
        var (one, other) = (Nonce.Read(Nonce.New(clock))!, Nonce.Read(Nonce.New(clock))!);

        Assert.Equal(clock.GetUtcNow(), one.ShownAt);
        Assert.NotEqual(one.Text, other.Text);
    }
}

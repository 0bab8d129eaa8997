using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class OneTimePasswordTests
{
    private static readonly DateTimeOffset Sent = new(2024, 4, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly OneTimePassword Password = new("keyed hash", Sent);

    [Theory]
    [InlineData(0, "000000")]
    [InlineData(1, "000001")]
    [InlineData(999_999, "999999")]
    public void Has_six_digits(int chance, string digits) => Assert.Equal(digits, OneTimePassword.FormatDigits(chance));

    [Theory]
    [InlineData("012345", "012345")]
    [InlineData(" 012-345 ", "012345")]
    [InlineData("๐๑๒๓๔๕", "012345")]
    [InlineData("01234", null)]
    [InlineData("0123456", null)]
    [InlineData("01234x", null)]
    [InlineData("٠١٢٣٤٥", null)]
    [InlineData("", null)]
    [InlineData("000000000000000000000000000000000000", null)]
    public void Is_read_however_it_is_typed(string typed, string? digits) => Assert.Equal(digits, OneTimePassword.Read(typed));

    [Theory]
    [InlineData(-1, "otp-expired")]
    [InlineData(0, null)]
    [InlineData(299, null)]
    [InlineData(300, "otp-expired")]
    [InlineData(301, "otp-expired")]
    public void Is_valid_for_five_minutes(int seconds, string? problem) =>
        Assert.Equal(problem, Password.Try(isRight: true, Sent.AddSeconds(seconds)).Problem?.Code);

    [Fact]
    public void Is_accepted_once()
    {
        var used = Password.Try(isRight: true, Sent).After;

        Assert.Equal("otp-used", used.Try(isRight: true, Sent).Problem!.Code);
    }

    [Fact]
    public void After_five_wrong_attempts_even_the_right_digits_are_refused()
    {
        var password = Password;
        var said = new List<string>();
        for (var tried = 0; tried < OneTimePassword.Tries; tried++)
        {
            var outcome = password.Try(isRight: false, Sent);
            said.Add(outcome.Problem!.Places?.GetValueOrDefault("left") ?? outcome.Problem.Code);
            password = outcome.After;
        }

        Assert.Equal(["4", "3", "2", "1", "otp-tries-used-up"], said);
        Assert.Equal("otp-tries-used-up", password.Try(isRight: true, Sent).Problem!.Code);
        Assert.False(password.IsUsed);
    }

    [Fact]
    public void After_four_wrong_attempts_a_fifth_is_allowed()
    {
        var password = Enumerable.Range(0, 4).Aggregate(Password, (before, _) => before.Try(isRight: false, Sent).After);

        Assert.Null(password.Try(isRight: true, Sent).Problem);
    }
}

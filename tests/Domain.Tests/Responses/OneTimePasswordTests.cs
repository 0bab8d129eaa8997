using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class OneTimePasswordTests
{
    private static readonly DateTimeOffset Sent = new(2024, 4, 1, 2, 0, 0, TimeSpan.Zero);
    private const string Owner = "address of the owner";
    private static readonly OneTimePassword Password = new("keyed hash", Sent, AskedFrom: Owner);

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
    [InlineData(3_599, "otp-expired")]
    [InlineData(3_600, "otp-wrong")]
    [InlineData(3_601, "otp-wrong")]
    public void Is_valid_for_five_minutes_and_said_to_have_expired_for_an_hour(int seconds, string? problem) =>
        Assert.Equal(problem, Password.Try(isRight: true, Owner, Sent.AddSeconds(seconds)).Problem?.Code);

    [Fact]
    public void Is_accepted_once()
    {
        var used = Password.Try(isRight: true, Owner, Sent).After;

        Assert.Equal("otp-used", used.Try(isRight: true, Owner, Sent).Problem!.Code);
    }

    [Fact]
    public void Wrong_digits_get_one_refusal_in_every_state()
    {
        OneTimePassword[] states =
            [Password, Password with { IsUsed = true }, Password with { SentAt = Sent.AddHours(-3) }, new("", DateTimeOffset.MinValue)];

        Assert.All(states, state =>
        {
            var tried = state.Try(isRight: false, Stranger(1), Sent);
            Assert.Equal(new Problem("otp-wrong", Severity.Error).Text, tried.Problem!.Text);
            Assert.Equal(1, tried.After.Guesses.Senders[Stranger(1)]);
        });
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, "too-many-tries")]
    [InlineData(11, "too-many-tries")]
    public void Ten_wrong_attempts_of_one_address_are_the_limit(int wrong, string? problem) =>
        Assert.Equal(problem, Try(Password, wrong, _ => Owner).Try(isRight: true, Owner, Sent).Problem?.Code);

    [Fact]
    public void The_limit_of_an_address_ends_with_its_quarter_of_an_hour()
    {
        var tried = Try(Password with { SentAt = Sent.AddMinutes(14) }, 10, _ => Owner);

        Assert.Equal("too-many-tries", tried.Try(isRight: true, Owner, Sent.AddMinutes(15).AddSeconds(-1)).Problem?.Code);
        Assert.Null(tried.Try(isRight: true, Owner, Sent.AddMinutes(15)).Problem);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(1_000)]
    public void Wrong_digits_of_strangers_leave_the_password_to_the_address_that_asked_for_it(int wrong) =>
        Assert.Null(Try(Password, wrong, Stranger).Try(isRight: true, Owner, Sent).Problem);

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, "otp-wrong")]
    [InlineData(11, "otp-wrong")]
    public void All_other_addresses_together_have_ten_attempts_and_are_not_told_when_they_are_used_up(int wrong, string? problem) =>
        Assert.Equal(problem, Try(Password, wrong, Stranger).Try(isRight: true, Stranger(5_000), Sent).Problem?.Code);

    [Fact]
    public void A_new_password_does_not_renew_the_attempts()
    {
        var again = Try(Password, 10, Stranger) with { Secret = "another", SentAt = Sent.AddMinutes(1) };

        Assert.Equal("otp-wrong", again.Try(isRight: true, Stranger(20), Sent.AddMinutes(1)).Problem?.Code);
        Assert.Null(again.Try(isRight: true, Owner, Sent.AddMinutes(1)).Problem);
    }

    private static string Stranger(int number) => $"address {number}";

    private static OneTimePassword Try(OneTimePassword password, int wrong, Func<int, string> sender) =>
        Enumerable.Range(0, wrong).Aggregate(password, (before, number) => before.Try(isRight: false, sender(number), Sent).After);
}

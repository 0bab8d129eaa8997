using System.Text.Json;
using Ita.App.Delivery;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Delivery;

/// <summary>Text messages through a webhook of this machine.</summary>
public sealed class TextMessageTests(LetterStore store) : IClassFixture<LetterStore>
{
    private const string To = "+66812345678";
    private const string Text = "ชื่อ \"หน่วยงาน\"\nรหัส 246802 {to} \\";

    [Fact]
    public async Task A_gateway_that_fails_twice_gets_the_signed_message_three_times_with_one_id()
    {
        await using var gateway = await TestGateway.StartAsync(503, 429);
        using var parts = new DeliveryParts(store, "SMS-TWICE", gateway.Settings);

        await parts.SendAsync(Channel.Phone, To, Text);
        await parts.RunUntilAsync("sent 1");

        Assert.Equal(3, gateway.Received.Count);
        Assert.Single(gateway.Received.Select(one => one.Id).Distinct());
        Assert.All(gateway.Received, one =>
        {
            var body = JsonDocument.Parse(one.Body).RootElement;
            Assert.Equal((To, Text), (body.GetProperty("to").GetString(), body.GetProperty("text").GetString()));
            Assert.Equal($"Bearer {TestGateway.Secret}", one.Authorization);
            Assert.Equal(SmsSender.Sign(TestGateway.Secret, one.Timestamp, one.Body), one.Signature);
        });
        Assert.Equal(["Phone sent 1", "Phone retried_busy 2"], await parts.CountsAsync());
        await NothingStaysAsync(parts);
    }

    [Theory]
    [InlineData(400, "failed_refused")]
    [InlineData(401, "failed_auth")]
    [InlineData(302, "failed_refused")]
    public async Task A_refusal_for_good_is_not_tried_again(int status, string outcome)
    {
        await using var gateway = await TestGateway.StartAsync(status);
        using var parts = new DeliveryParts(store, $"SMS-{status}", gateway.Settings);

        await parts.SendAsync(Channel.Phone, To, Text);
        await parts.RunUntilAsync(outcome);

        Assert.Single(gateway.Received);
        Assert.Equal([$"Phone {outcome} 1"], await parts.CountsAsync());
        await NothingStaysAsync(parts);
    }

    [Fact]
    public async Task A_gateway_that_does_not_answer_in_time_is_tried_again()
    {
        await using var gateway = await TestGateway.StartAsync(0);
        using var parts = new DeliveryParts(store, "SMS-SLOW", [.. gateway.Settings, ("ITA_SMS_TIMEOUT", "00:00:01")]);

        await parts.SendAsync(Channel.Phone, To, Text);
        await parts.RunUntilAsync("retried_timeout");
        await parts.RunUntilAsync("sent 1");

        await NothingStaysAsync(parts);
    }

    [Fact]
    public void The_signature_is_the_HMAC_of_the_timestamp_a_point_and_the_body() => Assert.Equal(
        "sha256=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            "0123456789abcdef"u8, "1700000000.{}"u8)),
        SmsSender.Sign("0123456789abcdef", "1700000000", "{}"));

    private static async Task NothingStaysAsync(DeliveryParts parts)
    {
        var traces = await parts.TracesAsync();

        Assert.All(
            [To, To[3..], "246802", TestGateway.Secret],
            secret => Assert.DoesNotContain(traces, text => text.Contains(secret, StringComparison.Ordinal)));
    }
}

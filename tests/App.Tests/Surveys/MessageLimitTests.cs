using Ita.App.Delivery;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Surveys;

/// <summary>One phone is not flooded with messages, and a village behind one address gets its passwords. The clock is later than that of the
/// running app, which deletes the shared limits of past days.</summary>
[Collection(AppTests.Name)]
public sealed class MessageLimitTests(RunningApp running)
{
    [Fact]
    public async Task Of_sixteen_concurrent_requests_of_one_address_for_one_phone_three_are_sent()
    {
        using var parts = new PartsOfSurveys(running, "ST-ASKED", new HandClock("2096-05-06T05:00:00Z"));
        await parts.OpenAsync(closes: "2099-12-31");

        var asked = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => AskAsync(parts, "ST-ASKED", "0810000022", "100.64.0.4"))));

        Assert.Equal(3, asked.Count(one => !one.IsRefused));
        Assert.All(asked.Where(one => one.IsRefused), one => Assert.Equal("too-many-tries", one.Refusal!.Code));
    }

    [Fact]
    public async Task One_phone_gets_six_messages_an_hour_and_twelve_a_day_from_all_surveys()
    {
        var (clock, outbox) = (new HandClock("2096-05-03T05:00:00Z"), new CountingSender());
        for (var hour = 0; hour < 4; hour++)
        {
            for (var survey = 0; survey < 8; survey++)
            {
                using var parts = new PartsOfSurveys(running, $"ST-FLOOD{survey}", clock, services => services.AddSingleton<IOtpSender>(outbox));
                await parts.OpenAsync(closes: "2099-12-31");

                // Another address each time, which is never told that others asked.
                await parts.PasswordAsync("0810000010", $"203.0.113.{(hour * 8) + survey}");
            }

            Assert.Equal(Math.Min(6 * (hour + 1), 12), outbox.Sent);
            clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task One_address_is_refused_after_six_requests_for_one_phone_over_all_surveys()
    {
        var clock = new HandClock("2096-05-04T05:00:00Z");
        var codes = new List<string?>();
        for (var survey = 0; survey < 8; survey++)
        {
            using var parts = new PartsOfSurveys(running, $"ST-PAIR{survey}", clock);
            await parts.OpenAsync(closes: "2099-12-31");
            codes.Add((await AskAsync(parts, $"ST-PAIR{survey}", "0810000011", "2001:db8:1:2::" + survey)).Refusal?.Code);
        }

        Assert.Equal([null, null, null, null, null, null, "too-many-tries", "too-many-tries"], codes);
    }

    [Fact]
    public async Task A_village_of_three_hundred_behind_one_address_gets_its_passwords_in_an_hour()
    {
        using var parts = new PartsOfSurveys(running, "ST-VILLAGE", new HandClock("2096-05-05T05:00:00Z"));
        await parts.OpenAsync(closes: "2099-12-31");
        var asked = await Task.WhenAll(Enumerable.Range(0, 301)
            .Select(person => AskAsync(parts, "ST-VILLAGE", $"082{person:0000000}", "100.64.0.1")));

        Assert.Equal(300, asked.Count(one => !one.IsRefused));
    }

    private static Task<Outcome<SentOtp>> AskAsync(PartsOfSurveys parts, string agency, string phone, string from) =>
        parts.Get<PasswordIssuing>().IssueAsync(new(PartsOfSurveys.Year, agency, PartsOfSurveys.Eit, phone, from), default);

    private sealed class CountingSender : IOtpSender
    {
        public int Sent { get; private set; }

        public ImmutableArray<DeliveryWay> Ways => [new(Channel.Phone, null)];

        public Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken)
        {
            Sent++;
            return Task.FromResult<string?>(message.Password);
        }
    }
}

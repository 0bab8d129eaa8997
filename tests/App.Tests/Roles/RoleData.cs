using System.Text.Json;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Runs;
using Ita.App.Tests.Surveys;
using Ita.Tests;

namespace Ita.App.Tests.Roles;

/// <summary>
/// One agency with a published result (2565), a published result with a newer draft (2566) and a draft (2567), each with a plan, a picture and
/// a printed report and summary, and one key of every role.
/// </summary>
internal sealed class RoleData(RunningApp running)
{
    public const string Agency = "ROLES-OWN";
    public const string OtherAgency = "ROLES-OTHER";

    /// <summary>Scores that occur in drafts only.</summary>
    public static readonly ImmutableArray<string> DraftScores = ["71.37", "63.59"];

    private static readonly (int Year, decimal Score)[] Sent = [(2565, 82.11m), (2566, 84.13m), (2566, 71.37m), (2567, 63.59m)];

    /// <summary>The key of each role, weakest first; null without a key.</summary>
    public ImmutableArray<(string Role, string? Key)> Keys { get; private set; }

    /// <summary>The ids in addresses, by year and name of the parameter.</summary>
    public Dictionary<(int Year, string Name), string> Ids { get; } = [];

    public async Task MakeAsync()
    {
        var revoked = await KeyAsync("assessor");
        using (await running.Api.SendAsync(HttpMethod.Delete, $"keys/{revoked.Id}", new StringContent("")))
        {
            Keys =
            [
                ("no key", null),
                ("revoked", revoked.Key),
                ("other", (await KeyAsync("agency", OtherAgency)).Key),
                ("own", (await KeyAsync("agency", Agency)).Key),
                ("assessor", (await KeyAsync("assessor")).Key),
                ("operator", AppOnHost.Key),
            ];
        }

        using var own = new Caller(running.App.Host.Address, Keys.Single(one => one.Role == "own").Key);
        foreach (var (year, score) in Sent)
        {
            await SendAsync(own, year, score);
        }

        await new SurveyCalls(running, Agency).OpenAsync();
        var run = await running.Api.StartedAsync(
            $$"""{"fiscalYear":2565,"scope":{"agencies":["{{Agency}}"]},"kinds":["result"],"only":"all"}""");
        await running.Api.FinishedAsync(run.Id());
        Ids[(2565, "run")] = run.Id();

        // Other tests print them too, or not, so that the answers would depend on the order of the tests.
        foreach (var year in Sent.Select(one => one.Year).Distinct())
        {
            await running.Api.PrintedAsync($"reports/{year}/summary");
        }
    }

    private async Task SendAsync(Caller own, int year, decimal score)
    {
        var upload = await own.SentAsync(ScoreFile.Whole(year, [Agency], (_, _) => score), $"{year}.csv");
        Ids[(year, "upload")] = upload.Id();
        if (year == 2566 && score == 71.37m)
        {
            return;
        }

        using (await running.Api.PutAsync($"measures/{year}/{Agency}", """[{"measure":"เผยแพร่คู่มือ","issue":1,"items":["I1"]}]"""))
        {
            using var added = await running.Api.PostAsync(
                $"measures/{year}/{Agency}/m01/pictures", new ByteArrayContent(PictureFiles.Png(30, 20)));
            Ids[(year, "picture")] = (await Caller.JsonAsync(added)).Id();
        }

        if (year < 2567)
        {
            using var published = await running.Api.PostAsync($"results/{year}/{Agency}/publish", new StringContent("""{"reason":"ครบกำหนด"}"""));
            Assert.True(published.IsSuccessStatusCode);
        }

        Ids[(year, "seal")] = (await running.Api.PrintedAsync($"reports/{year}/{Agency}/memo")).Id();
    }

    private async Task<(string Id, string Key)> KeyAsync(string scope, string? agency = null)
    {
        using var answer = await running.Api.PostAsync(
            "keys", new StringContent(JsonSerializer.Serialize(new { scope, agency, note = nameof(RoleData) })));
        var key = await Caller.JsonAsync(answer);
        return (key.Id(), key.GetProperty("key").GetString()!);
    }
}

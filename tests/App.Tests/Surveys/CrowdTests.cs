using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Ita.App.Runs;
using Ita.App.Surveys;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Responses;

namespace Ita.App.Tests.Surveys;

/// <summary>A whole office answers at once, and impatient clients send their sheets again.</summary>
[Collection(AppTests.Name)]
public sealed class CrowdTests(RunningApp running)
{
    private const int Clients = 50;
    private const int SheetsEach = 8;

    [Fact]
    public async Task Of_400_sheets_sent_twice_by_50_clients_at_once_none_is_lost_and_none_counts_twice()
    {
        var survey = new SurveyCalls(running, "SV-CROWD");
        var code = await survey.OpenAsync(internalStaff: 2_001);
        var form = SurveyCalls.Form("IIT");
        var sheets = Chance(form, Clients * SheetsEach);
        var answers = new ConcurrentBag<HttpStatusCode>();

        await Task.WhenAll(sheets.Chunk(SheetsEach).Select(own => Task.Run(() => ClientAsync(survey.Path, code, own, answers))));

        Assert.Equal((400, 400), (answers.Count(status => status == HttpStatusCode.Created), answers.Count(status => status == HttpStatusCode.OK)));
        Assert.Equal(400, await survey.GotAsync("IIT"));
        Assert.True((await survey.MeterAsync("IIT")).GetProperty("reached").GetBoolean());
        await survey.CloseAsync();
        var items = (await survey.ScoredAsync()).GetProperty("indicators").EnumerateArray()
            .SelectMany(indicator => indicator.GetProperty("items").EnumerateArray())
            .Where(item => item.GetProperty("n").ValueKind == System.Text.Json.JsonValueKind.Number)
            .ToDictionary(item => item.GetProperty("code").GetString()!);
        Assert.Equal(form.Questions.Length, items.Count);
        Assert.All(form.Questions, question =>
        {
            // Summed here from the sent options by the catalogue's points, in a different way than in the app.
            var points =
                sheets.Sum(sheet => form.Framework.PointsOf(question.Item.Item, question.Options[Number(sheet[question.Code]) - 1].Label)!.Value);
            Assert.Equal(
                Rounding.ToShown(points / 400).ToString(CultureInfo.InvariantCulture),
                items[question.Code].GetProperty("score").GetRawText());
            Assert.Equal(points / 400, items[question.Code].GetProperty("trace").GetProperty("exact").GetDecimal());
            Assert.Equal(400, items[question.Code].GetProperty("n").GetInt32());
        });
    }

    [Fact]
    public async Task The_51_sheets_of_document_003_give_its_first_item_86_35()
    {
        var survey = new SurveyCalls(running, "SV-003", 2566);
        var code = await survey.OpenAsync(internalStaff: 51);
        var labels = Enumerable.Repeat("มากที่สุด", 33).Concat(Enumerable.Repeat("มาก", 15)).Concat(Enumerable.Repeat("น้อย", 3));
        foreach (var label in labels)
        {
            var answers = SurveyCalls.Answers("IIT", year: 2566);
            answers["I1"] = label;
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, answers));
        }

        await survey.CloseAsync();

        var item = (await survey.ScoredAsync()).Indicator(1).GetProperty("items")[0];
        Assert.Equal(
            ("I1", "86.35", 51),
            (item.GetProperty("code").GetString(), item.GetProperty("score").GetRawText(), item.GetProperty("n").GetInt32()));
    }

    /// <summary>One phone or browser: sends each sheet twice, half of them at the same time.</summary>
    private async Task ClientAsync(string path, string code, Dictionary<string, string>[] sheets, ConcurrentBag<HttpStatusCode> answers)
    {
        using var client = new Caller(running.App.Host.Address, null);
        foreach (var (index, sheet) in sheets.Index())
        {
            var nonce = SurveyCalls.Nonce();
            var first = SendAsync(client, path, code, nonce, sheet);
            if (index % 2 == 0)
            {
                answers.Add(await first);
            }

            answers.Add(await SendAsync(client, path, code, nonce, sheet));
            if (index % 2 != 0)
            {
                answers.Add(await first);
            }
        }
    }

    private static async Task<HttpStatusCode> SendAsync(Caller client, string path, string code, string nonce, Dictionary<string, string> answers)
    {
        using var answer = await client.PostAsync($"{path}/iit/responses", JsonContent.Create(new { code, nonce, answers }));
        return answer.StatusCode;
    }

    private static List<Dictionary<string, string>> Chance(QuestionList form, int sheets)
    {
        var random = new Random(400);
        return [.. Enumerable.Range(0, sheets).Select(_ => form.Questions.ToDictionary(
            question => question.Code, question => (random.Next(question.Options.Length) + 1).ToString(CultureInfo.InvariantCulture)))];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The page of an agency's result.</summary>
[Collection(AppTests.Name)]
public sealed class ResultPageTests(RunningApp running) : IDisposable
{
    private readonly HttpClient http = PatientClient.Of(running.App.Host.Address, AppOnHost.Key, follows: true);

    [Theory]
    [InlineData("DOUBTED", "96.52", true)]
    [InlineData("UNDOUBTED", "90.00", false)]
    public async Task A_total_that_its_indicators_do_not_allow_has_a_note_beside_it(string agency, string total, bool isNoted)
    {
        var indicators = string.Join(',', Enumerable.Repeat("90.00", 10));
        await running.Api.SentAsync(
            $"fiscal_year,agency_code,ind1,ind2,ind3,ind4,ind5,ind6,ind7,ind8,ind9,ind10,total\n2566,{agency},{indicators},{total}\n",
            $"{agency}.csv");

        var page = WebUtility.HtmlDecode(await http.GetStringAsync(new Uri($"/api/app/results/2566/{agency}", UriKind.Relative)));

        var head = page[..page.IndexOf("<table", StringComparison.Ordinal)];
        Assert.Equal(isNoted, head.Contains("คะแนนรวมตามประกาศ (96.52)", StringComparison.Ordinal));
    }

    public void Dispose() => http.Dispose();
}

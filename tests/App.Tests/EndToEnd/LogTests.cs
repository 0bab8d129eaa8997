using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The handler's log speaks of uploads by their number, never of whom or what they hold.</summary>
[Collection(AppTests.Name)]
public sealed class LogTests(RunningApp running)
{
    private static readonly string[] Secrets =
    [
        "หน่วยงานลับเฉพาะ", "จังหวัดลับ", "ไฟล์ลับ", "41.37", "นายสมมุติ", "ตำบลเอกราช", "แมดนาท่ม", "ท่าแร่", AppOnHost.Key, "AccountKey",
    ];

    [Fact]
    public async Task No_name_no_figure_and_no_key_gets_into_it()
    {
        const string Header = "fiscal_year,agency_code,agency_name,province,item,score\n";
        var good = string.Concat(Enumerable.Range(1, 12).Select(item => $"2565,SECRET,หน่วยงานลับเฉพาะ,จังหวัดลับ,I{item},41.37\n"));
        await running.Api.SentAsync(ScoreFile.Sample("2566-scores-ekkarat.csv"), "2566-scores-ekkarat.csv");
        await running.Api.SentAsync(Header + good, "ไฟล์ลับ.csv");
        await running.Api.SentAsync($"{Header}2565,SECRET,หน่วยงานลับเฉพาะ,จังหวัดลับ,I1,นายสมมุติ\n", "ไฟล์ลับ 2.csv");
        using var printed = await running.Api.PostAsync("reports/2565/SECRET/analysis");
        await Eventually.TrueAsync(PrintedAsync, "the printed report");

        Assert.All(HandlerLines(), line => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
        Assert.Contains(HandlerLines(), line => line.Contains("upload ", StringComparison.Ordinal));
    }

    private async Task<bool> PrintedAsync() =>
        (await running.Api.JsonAsync("reports/2565/SECRET/analysis")).Status() == "printed";

    // What the handler wrote, and the lines of its answers that the host writes down for it.
    // Without the time each starts with: 21:58:41.374 holds the secret figure by chance.
    private IEnumerable<string> HandlerLines() => running.App.Log
        .Where(line => line.Contains("[Handler]", StringComparison.Ordinal) || line.Contains("[Function.", StringComparison.Ordinal))
        .Select(line => line[line.IndexOf('[', StringComparison.Ordinal)..]);
}

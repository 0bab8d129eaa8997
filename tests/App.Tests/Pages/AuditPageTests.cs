using System.Net;
using Ita.App.Access;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Pages;

/// <summary>The operator's page of the audit log.</summary>
[Collection(AppTests.Name)]
public sealed class AuditPageTests(RunningApp running) : IAsyncLifetime, IDisposable
{
    private static int tests;

    private readonly string who = string.Create(CultureInfo.InvariantCulture, $"page-{Interlocked.Increment(ref tests)}");
    private readonly PageClient pages = new(running.App.Host.Address);
    private AppInProcess? app;

    public async Task InitializeAsync() => app = await AppInProcess.StartAsync(running.ConnectionString);

    public async Task DisposeAsync() => await app!.DisposeAsync();

    public void Dispose() => pages.Dispose();

    [Theory]
    [InlineData(50, 1, 1)]
    [InlineData(51, 1, 2)]
    [InlineData(51, 2, 2)]
    [InlineData(51, 99, 2)]
    public async Task A_page_has_fifty_entries_the_newest_first(int count, int page, int pagesExpected)
    {
        await AppendAsync(Enumerable.Range(1, count).Select(number => ("published", $"entry {number}", (string?)null)));

        var shown = (await pages.GetAsync($"/audit?who={who}&page={page}")).Text;

        var isFirst = page == 1;
        Assert.Equal(isFirst, shown.Contains($">entry {count}<", StringComparison.Ordinal));
        Assert.Equal(!isFirst || pagesExpected == 1, shown.Contains(">entry 1<", StringComparison.Ordinal));
        Assert.Equal(pagesExpected > 1, shown.Contains($"จาก {pagesExpected}<", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entries_are_chosen_by_action_and_key()
    {
        await AppendAsync([("published", "2566/A v1", "ครบ"), ("survey-closed", "2566/B", null)]);

        var shown = (await pages.GetAsync($"/audit?action=survey-closed&who={who}")).Text;

        Assert.Contains(">2566/B<", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(">2566/A v1<", shown, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{who}\" selected>", shown, StringComparison.Ordinal);
        Assert.Contains("ไม่มีรายการตามที่เลือก", (await pages.GetAsync("/audit?who=none")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_has_the_same_entries_and_no_formula()
    {
        await AppendAsync([("published", "2566/A v1", "=HYPERLINK(\"x\")"), ("survey-closed", "2566/B", null)]);

        var file = await pages.GetAsync($"/audit.csv?who={who}&action=published");

        var lines = file.Text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal("\"at\",\"by\",\"what\",\"subject\",\"why\"", lines[0]);
        Assert.EndsWith($",\"{who}\",\"published\",\"2566/A v1\",\"'=HYPERLINK(\"\"x\"\")\"", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/audit?month=2026-13")]
    [InlineData("/audit?month=2569-01")]
    [InlineData("/audit.csv?month=x")]
    public async Task A_month_that_does_not_exist_is_refused(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await pages.GetAsync(address)).Status);

    private async Task AppendAsync(IEnumerable<(string What, string Subject, string? Why)> entries)
    {
        foreach (var (what, subject, why) in entries)
        {
            await app!.Get<AuditTable>().AppendAsync(who, what, subject, why, CancellationToken.None);
        }
    }
}

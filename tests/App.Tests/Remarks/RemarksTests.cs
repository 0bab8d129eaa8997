using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.App.Remarks;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Remarks;
using Ita.Domain.Texts;

namespace Ita.App.Tests.Remarks;

/// <summary>Remarks from the file to the pages and documents, and what of them is stored.</summary>
[Collection(WholeStoreTests.Name)]
public sealed partial class RemarksTests(RunningApp running) : IDisposable
{
    private const string Header = "fiscal_year,agency_code,instrument,item,issue,text\n";

    /// <summary>Planted in the files; none of it may be found in the store or the log. Digits that no other test writes.</summary>
    private static readonly string[] Planted = ["ศรีสมมุติปลูก", "ใจทดสอบปลูก", "0861597342", "086-159-7342", "1-4579-31826-45-7", "planted.remark"];

    private const string Personal =
        "นายศรีสมมุติปลูก ใจทดสอบปลูก เจ้าหน้าที่พัสดุ โทร 086-159-7342 บัตร 1-4579-31826-45-7 planted.remark@example.com";

    private const string Masked = "นาย[ชื่อบุคคล] เจ้าหน้าที่พัสดุ โทร [โทรศัพท์] บัตร [เลขประจำตัว] [อีเมล]";

    private readonly OpenStorage storage = new(running.Storage);

    [Fact]
    public async Task Remarks_of_a_file_are_in_the_API_on_the_page_and_in_the_analysis()
    {
        const string Agency = "REMARKS";
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 80m));
        await running.Api.SentAsync(
            Header + $"2565,{Agency},,O1,,{Personal}\n" + $"2565,{Agency},OIT,,2,ควรปรับปรุงเว็บไซต์\n"
            + string.Concat(Enumerable.Range(0, 5).Select(one => $"2565,{Agency},,E1,,รอนาน {one}\n")) + $"2565,{Agency},,I1,,ความลับของคนเดียว\n",
            "remarks.csv");

        var remarks = await running.Api.JsonAsync($"remarks/2565/{Agency}");
        Assert.Equal(
            ["IIT 1 True", "EIT 5 False", "OIT 2 False"],
            remarks.GetProperty("instruments").EnumerateArray().Select(one =>
                $"{one.GetProperty("instrument").GetString()} {one.GetProperty("count").GetInt32()} {one.GetProperty("withheld").GetBoolean()}"));
        var texts = remarks.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("remarks").EnumerateArray())
            .Select(one => one.GetProperty("text").GetString()!).ToList();
        Assert.Equal(7, texts.Count);
        Assert.Contains(Masked, texts);
        using var browser = new PageClient(running.App.Host.Address);
        var page = (await browser.GetAsync($"/remarks/2565/{Agency}")).Text;
        var result = (await browser.GetAsync($"/results/2565/{Agency}")).Text;
        using var answer = await running.Api.GetAsync($"reports/2565/{Agency}/analysis?format=html");
        var document = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"/api/app/remarks/2565/{Agency}\"", result, StringComparison.Ordinal);
        Assert.All(new[] { page, document }.Select(text => WebUtility.HtmlDecode(Tag().Replace(text, ""))), text =>
        {
            Assert.All(texts, one => Assert.Contains(one, text, StringComparison.Ordinal));
            Assert.DoesNotContain("ความลับของคนเดียว", text, StringComparison.Ordinal);
            Assert.Contains("ไม่แสดงข้อคิดเห็นจากแบบวัด IIT", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Only_keys_of_the_agency_and_of_assessors_read_its_remarks()
    {
        const string Agency = "REMARKS-OWN";
        await running.Api.SentAsync($"{Header}2566,{Agency},,O1,,ขาดหลักฐาน\n", "own.csv");
        using var other = new Caller(running.App.Host.Address, await KeyOfAsync("REMARKS-OTHER"));
        using var own = new Caller(running.App.Host.Address, await KeyOfAsync(Agency));
        using var stranger = new Caller(running.App.Host.Address, null);
        using var page = new PageClient(running.App.Host.Address, await KeyOfAsync("REMARKS-OTHER"));

        Assert.Equal("ขาดหลักฐาน", TextsOf(await own.JsonAsync($"remarks/2566/{Agency}")).Single());
        await RefusalsTests.RefusedAsync(other.GetAsync($"remarks/2566/{Agency}"), HttpStatusCode.NotFound, "not-found");
        Assert.Equal(HttpStatusCode.NotFound, (await page.GetAsync($"/remarks/2566/{Agency}")).Status);
        using var refused = await stranger.GetAsync($"remarks/2566/{Agency}");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var sent = await other.SentAsync($"{Header}2566,{Agency},,O1,,ของผู้อื่น\n", "other.csv");
        Assert.Equal("refused", sent.Status());
    }

    [Theory]
    [InlineData("accepted", "2566,REMARKS-PLANTED,,O1,,{0}\n")]
    [InlineData("acceptedWithProblems", "2566,REMARKS-PLANTED,,O1,,{0}\n2566,REMARKS-PLANTED-2,,TOTAL,,{0}\n")]
    [InlineData("refused", "2566,REMARKS-PLANTED,{0},O1,,{0}\n")]
    [InlineData("refused", "2566,REMARKS-PLANTED,,{0},,{0}\n")]
    [InlineData("refused", "2566,REMARKS-PLANTED,,O1,{0},{0}\n")]
    [InlineData("refused", "2566,REMARKS-PLANTED,,,,{0}\n")]
    [InlineData("refused", "2566,{0},,O1,,{0}\n")]
    public async Task Nothing_personal_of_a_file_is_left_once_it_is_read(string status, string rows)
    {
        var filler = string.Concat(Enumerable.Repeat("2566,REMARKS-FILLER,,O1,,ดี\n", status == "acceptedWithProblems" ? 20 : 0));
        var csv = Header + string.Format(CultureInfo.InvariantCulture, rows, Personal) + filler;
        using var rehearsal = await running.Api.PostAsync("uploads?dryRun=true", new StringContent(csv));
        var upload = await running.Api.SentAsync(csv, "planted.csv");
        using var errors = await running.Api.GetAsync($"uploads/{upload.Id()}/errors.csv");

        Assert.Equal(status, upload.Status());
        var originals = running.Storage.Blobs.GetBlobContainerClient(StorageNames.Containers.Incoming);
        await Eventually.TrueAsync(async () => !await originals.GetBlobClient(upload.Id()).ExistsAsync(), "the original is deleted");
        var texts = (await StoredTexts.RowsAsync(running.Storage)).SelectMany(row => row.Texts)
            .Concat(await StoredTexts.OthersAsync(running.Storage))
            .Concat(running.App.Log)
            .Append(upload.GetRawText())
            .Append(await errors.Content.ReadAsStringAsync())
            .Append(await rehearsal.Content.ReadAsStringAsync()).ToList();
        Assert.All(Planted, word => Assert.DoesNotContain(texts, text => text.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_later_file_replaces_the_remarks_of_its_instruments_and_the_same_file_changes_nothing()
    {
        const string Agency = "REMARKS-AGAIN";
        var first = $"{Header}2566,{Agency},,O1,,เดิม\n2566,{Agency},,O2,,เดิมอีกข้อ\n"
            + string.Concat(Enumerable.Range(0, 5).Select(one => $"2566,{Agency},,I1,,บุคลากร {one}\n"));
        var id = (await running.Api.SentAsync(first, "first.csv")).Id();
        var before = await ContentAsync(Agency);

        Assert.Equal(id, (await running.Api.SentAsync(first, "same.csv")).Id());
        Assert.Equal(before, await ContentAsync(Agency));

        await running.Api.SentAsync($"{Header}2566,{Agency},,O3,,ใหม่\n", "second.csv");
        Assert.Equal(
            ["ใหม่", .. Enumerable.Range(0, 5).Select(one => $"บุคลากร {one}")],
            TextsOf(await running.Api.JsonAsync($"remarks/2566/{Agency}")).OrderByDescending(text => text == "ใหม่"));
    }

    [Fact]
    public async Task A_file_that_was_received_earlier_and_read_later_replaces_nothing()
    {
        var table = new RemarkTable(storage);
        var at = new DateTimeOffset(2026, 11, 29, 1, 0, 0, TimeSpan.Zero);

        await table.ReplaceAsync(Year, "REMARKS-LATE", SetsOf("ใหม่"), Stated.At(at, "b"), CancellationToken.None);
        await table.ReplaceAsync(Year, "REMARKS-LATE", SetsOf("เก่า"), Stated.At(at.AddSeconds(-1), "c"), CancellationToken.None);

        Assert.Equal("ใหม่", Assert.Single(Assert.Single(await table.ListAsync(Year, "REMARKS-LATE", CancellationToken.None)).Shown).Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(101)]
    public async Task As_many_remarks_as_a_file_may_have_are_stored_and_read(int count)
    {
        var table = new RemarkTable(storage);
        var agency = $"REMARKS-MANY-{count}";
        var texts = Enumerable.Range(0, count).Select(one => $"{one:000} 😀\"" + new string('ก', TextLimits.Remarks / 101 - 80)).ToArray();

        await table.ReplaceAsync(Year, agency, SetsOf(texts), Stated.At(DateTimeOffset.UnixEpoch), CancellationToken.None);

        Assert.Equal(texts, Assert.Single(await table.ListAsync(Year, agency, CancellationToken.None)).Shown.Select(one => one.Text));
    }

    public void Dispose() => storage.Dispose();

    /// <summary>Long texts of a page have tags at the places where their lines can be broken.</summary>
    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    private static FiscalYear Year => FiscalYear.FromBuddhistEra(2566);

    private static ImmutableArray<RemarkSet> SetsOf(params string[] texts) =>
        RemarkSet.Create(FrameworkCatalogue.BuiltIn.Get(Year), texts.Select(text => new Remark("OIT", text, "O1")));

    private static IEnumerable<string> TextsOf(JsonElement remarks) => remarks.GetProperty("groups").EnumerateArray()
        .SelectMany(group => group.GetProperty("remarks").EnumerateArray()).Select(one => one.GetProperty("text").GetString()!);

    private async Task<string> ContentAsync(string agency) => (await running.Api.JsonAsync($"remarks/2566/{agency}")).GetRawText();

    private async Task<string> KeyOfAsync(string agency)
    {
        using var made = await running.Api.PostAsync("keys", JsonContent.Create(new { scope = "agency", agency, note = "test" }));
        return (await Caller.JsonAsync(made)).GetProperty("key").GetString()!;
    }
}

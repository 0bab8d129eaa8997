using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Ita.App.Surveys;
using Ita.App.Surveys.Reminding;
using Ita.App.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Surveys;

/// <summary>Reminders by e-mail: to agencies that asked for them, one letter a day. The letters are sent by the running app.</summary>
[Collection(AppTests.Name)]
public sealed class ReminderMailTests(RunningApp running)
{
    [Fact]
    public async Task An_agency_that_asked_gets_one_letter_a_day_from_any_number_of_processes()
    {
        const string To = "office@short.example";
        await RegisterAsync("RM-SHORT", To, reminders: true);
        var clock = new HandClock("2098-05-01T02:00:00Z");
        using var one = Parts("RM-SHORT", clock);
        using var other = Parts("RM-SHORT", clock);
        await one.OpenAsync(closes: "2098-05-02");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(run => (run % 2 == 0 ? one : other).Get<RemindStep>().RunAsync(default)));
        using (var restarted = Parts("RM-SHORT", clock))
        {
            await restarted.Get<RemindStep>().RunAsync(default);
        }

        var text = await running.Mail.TextToAsync(To);
        Assert.Equal(1, CountTo(To));
        Assert.Contains("IIT: ตอบแล้ว 0 ต้องได้อย่างน้อย 30 ยังขาด 30", text, StringComparison.Ordinal);
        Assert.Contains("เหลือ 2 วันรวมวันนี้", text, StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromDays(1));
        await one.Get<RemindStep>().RunAsync(default);
        await Eventually.TrueAsync(() => Task.FromResult(CountTo(To) == 2), "the letter of the next day");

        // The survey is over.
        clock.Advance(TimeSpan.FromDays(1));
        await one.Get<RemindStep>().RunAsync(default);
        Assert.Equal(2, CountTo(To));
    }

    [Fact]
    public async Task Agencies_that_did_not_ask_get_none()
    {
        var clock = new HandClock("2098-06-01T02:00:00Z");
        await RegisterAsync("RM-NO", "no@short.example", reminders: false);
        await RegisterAsync("RM-UNSAID", "unsaid@short.example", reminders: null);
        await RegisterAsync("RM-REMOVED", "", reminders: true);
        await RegisterAsync("RM-YES", "yes@short.example", reminders: true);
        foreach (var agency in new[] { "RM-NO", "RM-UNSAID", "RM-REMOVED", "RM-YES" })
        {
            using var parts = Parts(agency, clock);
            await parts.OpenAsync(closes: "2098-06-30");
        }

        using var all = Parts("RM-YES", clock);
        await all.Get<RemindStep>().RunAsync(default);

        await running.Mail.TextToAsync("yes@short.example");
        Assert.Equal(0, CountTo("no@short.example") + CountTo("unsaid@short.example"));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("a b@agency.example")]
    public async Task A_contact_that_is_no_address_is_refused_and_not_repeated(string contact)
    {
        using var answer = await running.Api.PutAsync("agencies/2567/RM-WRONG", JsonSerializer.Serialize(new { contactEmail = contact }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("contactEmail", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{contact}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contact_is_kept_by_a_later_change_and_not_shown_without_a_key()
    {
        await RegisterAsync("RM-SEEN", "Office@Seen.example", reminders: true);
        using var put = await running.Api.PutAsync("agencies/2567/RM-SEEN", """{"internalStaff":41}""");

        var changed = await Caller.JsonAsync(put);
        var open = await running.App.Public.JsonAsync("agencies/2567/RM-SEEN");

        Assert.Equal("office@seen.example", changed.GetProperty("contactEmail").GetString());
        Assert.True(changed.GetProperty("reminders").GetBoolean());
        Assert.DoesNotContain("seen.example", open.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_contact_of_a_file_is_stored_and_given_out_to_holders_of_a_key_only(string format)
    {
        var upload = await running.Api.SentAsync(
            "fiscal_year,agency_code,contact_email,reminders\n2567,RM-FILE,Office@File.example,ใช่\n", "registry.csv");
        var open = await running.App.Public.JsonAsync("agencies/2567/RM-FILE");
        var address = $"templates/agencies.{format}?fiscalYear=2567&agency=RM-FILE";
        var (given, hidden) = (await BytesAsync(running.Api, address), await BytesAsync(running.App.Public, address));

        Assert.True(open.GetProperty("reminders").GetBoolean());
        Assert.DoesNotContain("file.example", open.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("file.example", upload.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((true, false), (Contains(given), Contains(hidden)));

        bool Contains(byte[] file) => format == "csv"
            ? Encoding.UTF8.GetString(file).Contains("office@file.example", StringComparison.Ordinal)
            : WorkbookText(file).Contains("office@file.example", StringComparison.Ordinal);
    }

    private static async Task<byte[]> BytesAsync(Caller caller, string address)
    {
        using var answer = await caller.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static string WorkbookText(byte[] file)
    {
        using var parts = new ZipArchive(new MemoryStream(file));
        return string.Concat(parts.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(part =>
        {
            using var reader = new StreamReader(part.Open());
            return reader.ReadToEnd();
        }));
    }

    private int CountTo(string receiver) => running.Mail.Received.Count(message => message.To.Mailboxes.Single().Address == receiver);

    private PartsOfSurveys Parts(string agency, TimeProvider clock)
    {
        var settings = running.Mail.Settings.Append((ShowingOtpSender.Setting, "true"));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2))).Build();
        return new(running, agency, clock, services => services.AddSingleton<IConfiguration>(configuration));
    }

    private async Task RegisterAsync(string agency, string contactEmail, bool? reminders)
    {
        var body = new { agencyName = "หน่วยงานตัวอย่าง", internalStaff = 40, externalStakeholders = 50, registered = true, contactEmail, reminders };
        using var answer = await running.Api.PutAsync($"agencies/2567/{agency}", JsonSerializer.Serialize(body));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}

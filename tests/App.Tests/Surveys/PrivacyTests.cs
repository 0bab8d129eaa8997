using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.App.Storage;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Tests;

namespace Ita.App.Tests.Surveys;

/// <summary>Respondents and answers are in one store but cannot be linked by key, hash, time or order: checked with
/// access to the whole store. With a store, a host and an app of its own, which sends passwords as in
/// production.</summary>
public sealed partial class PrivacyTests : IAsyncLifetime
{
    private const string Agency = "SV-PRIVATE";
    private const string Refused = "refused.one@people.example";
    /// <summary>An address of the block for documentation, sent in a header that any caller can write.</summary>
    private const string ForwardedFor = "203.0.113.77";

    private const string Responses = StorageNames.Tables.Responses;
    private static readonly string[] Phones = ["0800000001", "0800000002", "0800000003", "0800000004", "0800000005", "0800000006"];

    private readonly AzuriteStore azurite = new();
    private readonly List<string> nonces = [];
    private readonly List<string> secrets = [];
    private AppOnHost app = null!;
    private TestGateway gateway = null!;
    private TestMail mail = null!;
    private StorageConnection storage = null!;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        storage = RunningApp.StorageOf(azurite.ConnectionString);
        await StorageSetup.CreateAsync(storage);
        mail = await TestMail.StartAsync(isUnknown: receiver => receiver == Refused);
        gateway = await TestGateway.StartAsync();
        app = await AppOnHost.StartAsync(azurite.ConnectionString, [("ITA_OTP_SHOW", "false"), .. mail.Settings, .. gateway.Settings]);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await mail.DisposeAsync();
        await gateway.DisposeAsync();
        await azurite.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_stored_links_respondents_to_answers()
    {
        await AnswerAsync();
        var open = await StoredTexts.RowsAsync(storage);
        var respondents = open.Single(row => row.Table == StorageNames.Tables.Secrets).Cells["respondents"];

        Assert.Equal(14, open.Count(row => row.Table == Responses));
        Assert.Equal(Phones.Length + 2, open.Count(row => row.Table == StorageNames.Tables.Passwords));
        AssertNothingPersonal(open, [.. await StoredTexts.OthersAsync(storage), .. app.Log]);
        AssertNoSharedText(open);
        AssertNoHashLeadsToASheet(open, Bytes(respondents));
        Assert.All(open.Where(row => row.Table == Responses), AssertOnlyAnswersAndDay);

        await CloseAsync();
        var closed = await StoredTexts.RowsAsync(storage);

        Assert.Equal(14, closed.Count(row => row.Table == Responses));
        Assert.DoesNotContain(closed, row => row.Table is StorageNames.Tables.Passwords or StorageNames.Tables.Limits);
        Assert.False(closed.Single(row => row.Table == StorageNames.Tables.Secrets).Cells.ContainsKey("respondents"));
        AssertNothingPersonal(closed, [.. await StoredTexts.OthersAsync(storage), .. app.Log]);
        AssertNoSharedText(closed);
        Assert.All(closed.Where(row => row.Table == Responses), AssertOnlyAnswersAndDay);
        Assert.All(closed.Where(row => row.Table == Responses).GroupBy(row => row.Partition), AssertStampsTellNoOrder);
    }

    /// <summary>Eight members of staff answer with the code, after some wrong codes, and six outside respondents with
    /// a password, after some wrong ones.</summary>
    private async Task AnswerAsync()
    {
        await PutAsync($"agencies/2567/{Agency}", """{"agencyName":"หน่วยงานตัวอย่าง","internalStaff":8,"externalStakeholders":6,"registered":true}""");
        await PutAsync($"surveys/2567/{Agency}", """{"opens":"2025-01-01","closes":"2099-12-31"}""");
        using var made = await app.Api.PostAsync($"surveys/2567/{Agency}/iit/code");
        var code = (await Caller.JsonAsync(made)).GetProperty("code").GetString()!;
        secrets.AddRange([code, code.Replace("-", "", StringComparison.Ordinal), "AAAA-AAAA-AAAA", "AAAAAAAAAAAA", ForwardedFor]);
        await SendAsync("iit", new { code = "AAAA-AAAA-AAAA", nonce = Nonce(), answers = SurveyCalls.Answers("IIT") }, HttpStatusCode.Forbidden);
        for (var person = 0; person < 8; person++)
        {
            await SendAsync("iit", new { code, nonce = Nonce(), answers = SurveyCalls.Answers("IIT", (person % 6) + 1) }, HttpStatusCode.Created);
        }

        await AskByMailAsync();
        foreach (var (index, phone) in Phones.Index())
        {
            secrets.AddRange([phone, phone[1..], $"+66{phone[1..]}"]);
            await AskAsync(new { phone });
            var otp = await SentToPhoneAsync(phone);
            secrets.Add(otp);
            await SendAsync("eit", new { phone, otp = Other(otp), nonce = Nonce(), answers = SurveyCalls.Answers("EIT1") }, HttpStatusCode.Forbidden);
            await SendAsync("eit", new { phone, otp, nonce = Nonce(), answers = SurveyCalls.Answers("EIT1", index + 1) }, HttpStatusCode.Created);
        }
    }

    /// <summary>Two people who ask by e-mail and do not answer: one message arrives, and one receiver is refused.</summary>
    private async Task AskByMailAsync()
    {
        secrets.AddRange(["respondent.one", "refused.one", TestMail.Password, TestGateway.Secret]);
        await AskAsync(new { email = "respondent.one@people.example" });
        await AskAsync(new { email = Refused });
        secrets.Add(await mail.PasswordToAsync("respondent.one@people.example"));
        await Eventually.TrueAsync(
            async () => (await StoredTexts.RowsAsync(storage)).Any(row => row.Cells.ContainsKey("email_failed_refused")), "a refused receiver");
    }

    private async Task AskAsync(object subject)
    {
        using var sent = await app.Public.PostAsync($"surveys/2567/{Agency}/eit/otp", JsonContent.Create(subject));
        Assert.True(sent.StatusCode == HttpStatusCode.Accepted, await sent.Content.ReadAsStringAsync());
    }

    /// <summary>The password in the newest message that the gateway received for a phone.</summary>
    private async Task<string> SentToPhoneAsync(string phone)
    {
        var request = await Eventually.AsWishedAsync(
            () => Task.FromResult(gateway.Received.LastOrDefault(one => one.Body.Contains(phone[1..], StringComparison.Ordinal))),
            found => found is not null,
            "a text message");
        return SixDigits().Match(JsonDocument.Parse(request!.Body).RootElement.GetProperty("text").GetString()!).Value;
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();

    private async Task CloseAsync()
    {
        using var closed = await app.Api.PostAsync(
            $"surveys/2567/{Agency}/close", new StringContent("""{"reason":"ครบกำหนด"}""", Encoding.UTF8, "application/json"));
        Assert.True(closed.IsSuccessStatusCode, await closed.Content.ReadAsStringAsync());
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await app.Api.GetAsync($"results/2567/{Agency}");
                return answer.IsSuccessStatusCode;
            },
            "the closed survey is scored");
    }

    private void AssertNothingPersonal(IEnumerable<StoredRow> rows, IEnumerable<string> others)
    {
        var texts = rows.SelectMany(row => row.Texts).Concat(others).ToList();

        // The log names the host's own address, so the address of these callers is looked for in the store only.
        Assert.DoesNotContain(rows.SelectMany(row => row.Texts), text =>
            text.Contains("127.0.0.1", StringComparison.Ordinal) || text.Contains("::1", StringComparison.Ordinal));
        Assert.All(secrets.Concat(nonces), secret => Assert.DoesNotContain(texts, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A sheet's key and its answers occur in no other row, except values that the whole survey
    /// shares.</summary>
    private static void AssertNoSharedText(List<StoredRow> rows)
    {
        var elsewhere = rows.Where(row => row.Table != Responses).SelectMany(row => row.Texts).ToList();

        Assert.All(rows.Where(row => row.Table == Responses), sheet =>
            Assert.All([sheet.Row, (string)sheet.Cells["sheet"]!], own =>
                Assert.DoesNotContain(elsewhere, text => text.Contains(own, StringComparison.Ordinal))));
    }

    /// <summary>With the key of the respondents, while the survey is open, hashing every stored value in each of the
    /// app's ways leads to no sheet.</summary>
    private static void AssertNoHashLeadsToASheet(List<StoredRow> rows, byte[] key)
    {
        var sheets = rows.Where(row => row.Table == Responses).Select(row => row.Row).ToHashSet();
        var stored = rows.Where(row => row.Table != Responses).SelectMany(row => row.Texts)
            .Concat(Phones).Concat(Phones.Select(phone => $"+66{phone[1..]}")).Distinct();
        string[] purposes = ["sheet", "claim", "subject", "password", "address", "code"];
        string[] surveys = ["IIT", "EIT1"];

        Assert.All(stored, text => Assert.All(purposes, purpose =>
        {
            Assert.DoesNotContain(SecretHash.Of(key, purpose, text), sheets);
            Assert.All(surveys, survey => Assert.DoesNotContain(SecretHash.Of(key, purpose, survey, text), sheets));
        }));
    }

    private static void AssertOnlyAnswersAndDay(StoredRow sheet)
    {
        Assert.Equal(["day", "mixed", "sheet"], sheet.Cells.Keys.Order(StringComparer.Ordinal));
        Assert.Matches("^2[0-9]{3}-[0-9]{2}-[0-9]{2}$", (string)sheet.Cells["day"]!);
        Assert.Matches("^1\\.2567\\.(IIT|EIT1)\\.[0-9a-f]{8}\\.[01]\\.[1-6]+$", (string)sheet.Cells["sheet"]!);
        Assert.Matches("^[0-9a-f]{64}$", sheet.Row);
    }

    /// <summary>The service's timestamps are in the order of the row keys, which are hashes, and not in the order in
    /// which sheets were received.</summary>
    private static void AssertStampsTellNoOrder(IEnumerable<StoredRow> survey)
    {
        var byKey = survey.OrderBy(row => row.Row, StringComparer.Ordinal).ToList();

        // Compared in milliseconds, because the emulator's timestamps within one transaction can decrease below that.
        var stamps = byKey.Select(row => row.Stamp.ToUnixTimeMilliseconds()).ToList();
        Assert.Equal(stamps.Order(), stamps);
        Assert.True(byKey[^1].Stamp - byKey[0].Stamp < TimeSpan.FromSeconds(1), $"{byKey[0].Stamp:O} {byKey[^1].Stamp:O}");
    }

    private string Nonce()
    {
        nonces.Add(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"nonce {nonces.Count}")))[..40]);
        return nonces[^1];
    }

    private async Task SendAsync(string instrument, object sheet, HttpStatusCode status)
    {
        using var answer =
            await app.Public.PostAsync($"surveys/2567/{Agency}/{instrument}/responses", JsonContent.Create(sheet), ("X-Forwarded-For", ForwardedFor));
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task PutAsync(string path, string json)
    {
        using var answer = await app.Api.PutAsync(path, json);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Other(string otp) => otp == "000000" ? "000001" : "000000";

    private static byte[] Bytes(object? value) => value is BinaryData data ? data.ToArray() : (byte[])value!;
}

using Ita.App.Surveys.Forms;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Ita.Browser.Tests;

/// <summary>Every page, on the narrowest phone and on a desktop: no accessibility violation that axe detects, and
/// nothing wider than the window.</summary>
[Collection(PageTests.Name)]
public sealed class SoundPageTests(RunningApp running, Chromium chromium)
{
    public static TheoryData<Device> Devices => [Device.Narrow, Device.Desktop];

    [Theory, MemberData(nameof(Devices))]
    public async Task Officers_pages_are_accessible(Device device)
    {
        await running.Api.SentAsync(ScoreFile.Sample("2566-scores-ekkarat.csv"), "2566-scores-ekkarat.csv");
        var wrong = await running.Api.SentAsync("fiscal_year,agency_code,item,score\n2565,UNSOUND,I1,80.00\n2565,UNSOUND,I2,abc\n", "unsound.csv");
        await new SurveyCalls(running, "SOUND-METER").OpenAsync();
        await using var visit = await chromium.VisitAsync(running.App, device);

        string[] paths =
        [
            "", "/key", "/uploads", $"/uploads/{wrong.GetProperty("id").GetString()}",
            "/results/2566/06150502", "/rankings/2566", "/summaries/2566", "/agencies/2566?q=เอกราช", "/surveys/2567/SOUND-METER", "/nothing",
        ];
        foreach (var path in paths)
        {
            await visit.GoAsync("/api/app" + path);
            await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            await visit.IsSoundAsync(path);
        }
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task The_pages_of_operators_and_of_the_public_are_accessible_in_light_and_in_dark(Device device)
    {
        await running.Api.SentAsync(ScoreFile.Sample("2566-scores-ekkarat.csv"), "2566-scores-ekkarat.csv");
        await using var visit = await chromium.VisitAsync(running.App, device);
        await visit.SignInAsync();
        await new SurveyCalls(running, "SOUND-CONTROL").OpenAsync();

        string[] paths =
        [
            "", "/desk", "/keys", "/audit", "/system", "/search?q=%E0%B9%80%E0%B8%AD%E0%B8%81", "/search?q=nothing", "/open-data", "/privacy",
            "/accessibility", "/key", "/uploads", "/survey-years/2567", "/survey-years/2567/SOUND-CONTROL",
            "/survey-years/2567/SOUND-CONTROL/quality", "/samples/2567", "/survey-invitations/2567/SOUND-CONTROL",
            "/surveys/2567/SOUND-CONTROL", "/surveys/2567/SOUND-CONTROL?lang=en",
            "/results/2566/06150502", "/rankings/2566", "/summaries/2566", "/agencies/2566?q=เอกราช",
        ];
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var path in paths)
            {
                await visit.GoAsync("/api/app" + path);
                await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
                await visit.IsSoundAsync($"{path} {scheme}");
            }

            await visit.GoAsync("/api/app/keys");
            await visit.Page.GetByLabel("สิทธิ์").SelectOptionAsync("agency");
            await visit.PressAsync("ออกกุญแจ");
            await visit.IsSoundAsync($"refused key {scheme}");
            await visit.Page.GetByLabel("สิทธิ์").SelectOptionAsync("assessor");
            await visit.PressAsync("ออกกุญแจ");
            await visit.IsSoundAsync($"new key {scheme}");
        }
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task The_forms_of_officers_and_assessors_are_accessible_in_light_and_in_dark(Device device)
    {
        await running.Api.SentAsync(ScoreFile.Sample("2566-scores-ekkarat.csv"), "2566-scores-ekkarat.csv");
        using var plan = await running.Api.PutAsync("measures/2566/06150502", """[{"measure":"เผยแพร่คู่มือ","issue":1,"items":["I1"]}]""");
        var remarks = await running.Api.SentAsync(
            "fiscal_year,agency_code,instrument,item,issue,text\n2566,06150502,OIT,O1,,ครบถ้วน\n2566,06150502,OIT,,2,ควรแก้ระบบ\n"
                + "2566,06150502,IIT,I1,,รอนาน\n",
            "remarks.csv");
        Assert.StartsWith("accepted", remarks.GetProperty("status").GetString(), StringComparison.Ordinal);
        await using var visit = await chromium.VisitAsync(running.App, device);
        await visit.SignInAsync();
        string[] paths =
        [
            "/measures/2566/06150502", "/measures/2566/06150502/add/own", "/measures/2566/06150502/m01", "/measures/2566/06150502/m01/follow-up",
            "/settings/2566/06150502", "/heads/2566/06150502/memo", "/heads/2566/06150502/circular", "/emblems/2566/06150502",
            "/forms/2566/06150502", "/runs", "/agencies/2566/publish?q=เอกราช", "/appeals/2566", "/appeals/2566/06150502", "/frameworks",
            "/remarks/2566/06150502",
        ];
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var path in paths)
            {
                Assert.Equal((path, 200), (path, await visit.GoAsync("/api/app" + path)));
                await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
                await visit.IsSoundAsync($"{path} {scheme}");
            }

            await visit.GoAsync("/api/app/measures/2566/06150502/add/own");
            await visit.PressAsync("บันทึก");
            await visit.IsSoundAsync($"refused measure {scheme}");
        }
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task The_page_of_a_seal_is_accessible(Device device)
    {
        await running.Api.SentAsync(ScoreFile.Sample("2566-scores-ekkarat.csv"), "2566-scores-ekkarat.csv");
        var printed = (await running.Api.PrintedAsync("reports/2566/06150502/memo")).GetProperty("id").GetString();
        await using var visit = await chromium.VisitAsync(running.App, device);

        foreach (var query in (string[])["", $"?sha256={new string('0', 64)}"])
        {
            await visit.GoAsync($"/api/v1/verify/{printed}{query}");
            await visit.IsSoundAsync(query);
        }

        await visit.GoAsync($"/api/v1/verify/{new string('0', 32)}");
        await visit.IsSoundAsync("unknown");
    }

    [Fact]
    public async Task The_documentation_of_the_API_is_rendered_without_anything_from_elsewhere()
    {
        await using var visit = await chromium.VisitAsync(running.App, Device.Desktop);
        var elsewhere = new List<string>();
        visit.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(running.App.Host.Address.AbsoluteUri, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };

        await visit.GoAsync("/api/docs");
        await visit.Page.GetByText("rankings", new() { Exact = true }).First.WaitForAsync();
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal([], elsewhere);
    }

    public static TheoryData<Device, string, ColorScheme> SurveyLooks => new()
    {
        { Device.Narrow, "", ColorScheme.Light },
        { Device.Desktop, "", ColorScheme.Dark },
        { Device.Narrow, "?lang=en", ColorScheme.Dark },
        { Device.Desktop, "?lang=en", ColorScheme.Light },

        // 200 % on a window of 640 pixels.
        { new(320, 450, JavaScript: true), "", ColorScheme.Dark },
    };

    [Theory, MemberData(nameof(SurveyLooks))]
    public async Task Survey_pages_are_accessible_in_both_languages(Device device, string query, ColorScheme scheme)
    {
        var agency = $"SOUND-{device.Width}-{query.Length}";
        var survey = new SurveyCalls(running, agency);
        var code = await survey.OpenAsync();
        await using var visit = await chromium.VisitAsync(running.App, device);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var texts = SurveyTexts.Read(query.Length == 0 ? "" : "en");

        await visit.GoAsync(Visit.SurveyPath(agency, "iit") + query);
        await visit.IsSoundAsync("iit");
        await visit.PressAsync(texts["start"]);
        await visit.IsSoundAsync("iit with errors");
        await visit.FillAsync(texts["code"], code);
        await visit.PressAsync(texts["start"]);
        await visit.IsSoundAsync("step");
        await visit.PressAsync(texts["next"]);
        await visit.IsSoundAsync("step with errors");
        await visit.FillStepsAsync(SurveyCalls.Form("IIT"), next: texts["next"]);
        await visit.IsSoundAsync("check");
        await visit.PressAsync(texts.Fill("change", ("part", "2")));
        await visit.IsSoundAsync("step from check");
        await visit.PressAsync(texts["whole"]);
        await visit.IsSoundAsync("whole");
        await visit.GoAsync(Visit.SurveyPath(agency, "iit") + "/thanks" + query);
        await visit.IsSoundAsync("thanks");
        await visit.GoAsync(Visit.SurveyPath(agency, "eit") + query);
        await visit.IsSoundAsync("eit");
        await visit.FillAsync(texts["subject"], "0810000003");
        await visit.PressAsync(texts["ask"]);
        await visit.IsSoundAsync("eit password");
        await visit.GoAsync($"/api/app/surveys/2567/{agency}{query}");
        await visit.IsSoundAsync("meter");
        await survey.CloseAsync();
        await visit.GoAsync(Visit.SurveyPath(agency, "iit") + query);
        await visit.IsSoundAsync("closed");
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task No_report_is_wider_than_a_phone(int width, bool filled)
    {
        var agency = $"WIDE-{width}-{filled}";
        await running.Api.SentAsync(
            "fiscal_year,agency_code,agency_name,agency_type,province\n"
            + $"2565,{agency},องค์การบริหารส่วนตำบลที่มีชื่อยาวมากอย่างยิ่ง,องค์การบริหารส่วนตำบล,อ่างทอง\n", $"{agency}-registry.csv");
        await running.Api.SentAsync(ScoreFile.Whole(agency, 80m), $"{agency}.csv");
        if (filled)
        {
            using var plan = await running.Api.PutAsync(
                $"measures/2565/{agency}", """[{"measure":"เผยแพร่คู่มือการปฏิบัติงานและการให้บริการ","issue":1,"items":["I1"]}]""");
            using var head = await running.Api.PutAsync(
                $"reports/2565/{agency}/circular/head",
                """{"number":"ลป ๗๑๓๐๑/ว ๑๒๓๔","date":"2026-03-02","contact":["สำนักปลัดองค์การบริหารส่วนตำบล"],"copiesTo":["กองคลัง"]}""");
        }

        await using var visit = await chromium.VisitAsync(running.App, new Device(width, 844, JavaScript: true));
        foreach (var kind in new[] { "analysis", "measures", "follow-up", "memo", "circular", "check" })
        {
            await visit.GoAsync($"/api/v1/reports/2565/{agency}/{kind}?format=html");
            Assert.Equal((kind, width), (kind, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
        }
    }

    [Fact]
    public async Task Each_survey_question_of_every_year_has_a_place_on_the_page()
    {
        await using var visit = await chromium.VisitAsync(running.App);
        foreach (var year in new[] { 2564, 2565, 2566 })
        {
            var survey = new SurveyCalls(running, "EVERY-YEAR", year);
            var code = await survey.OpenAsync();
            await visit.GoAsync($"/api/app/surveys/{year}/EVERY-YEAR/iit");
            await visit.FillAsync("รหัสของหน่วยงาน", code);
            await visit.PressAsync("เริ่มตอบ");
            await visit.PressAsync("แสดงทุกข้อในหน้าเดียว");
            Assert.Equal(SurveyCalls.Form("IIT", year).Questions.Length, await visit.Page.Locator("fieldset").CountAsync());
        }
    }
}

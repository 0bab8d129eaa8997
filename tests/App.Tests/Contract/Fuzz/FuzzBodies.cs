using System.Text;
using System.Text.Json.Nodes;
using Ita.App.Tests.Surveys;

namespace Ita.App.Tests.Contract.Fuzz;

/// <summary>Bodies for operations: a valid one, with some of its members changed or its bytes damaged.</summary>
internal static class FuzzBodies
{
    private static readonly Dictionary<string, string> Valid = new(StringComparer.Ordinal)
    {
        ["PUT /api/v1/agencies/{year}/{code}"] =
            """{"agencyName":"หน่วยงานตัวอย่าง","agencyType":"อบต.","province":"ลำปาง","district":"เมือง","internalStaff":40,"externalStakeholders":50,"registered":true}""",
        ["PUT /api/v1/measures/{year}/{agency}"] =
            """
            [{"id":"m01","measure":"จัดทำคู่มือ","issue":1,"items":["I1"],"steps":["ร่าง","เผยแพร่"],"period":"ต.ค.","responsible":"สำนักปลัด","monitoring":"ทุกเดือน",
              "status":"started","percent":40.5,"result":"ร่างแล้ว","carriedOut":2568,"evidence":[{"url":"https://a.go.th/2568/1","date":"2025-01-31"}],
              "reports":[{"round":"sixMonths","date":"2025-03-31","percent":40,"result":"x"}]},{"measure":"เผยแพร่"}]
            """,
        ["PATCH /api/v1/measures/{year}/{agency}/{id}"] =
            """{"status":"done","percent":100,"result":"เสร็จ","steps":["ก"],"evidence":[{"url":"https://a.go.th/1"}],"reports":[{"round":"twelveMonths","date":"2025-09-30","percent":1,"result":"x"}]}""",
        ["PUT /api/v1/reports/{year}/{agency}/{kind}/head"] =
            """{"addressee":"นายก","unit":"กอง","telephone":"0","number":"1/2569","date":"2026-03-02","subject":"ก","signatories":[{"position":"ปลัด","name":"ก"}],"address":["ก"],"contact":["ข"],"copiesTo":["ค"]}""",
        ["PUT /api/v1/surveys/{year}/{agency}"] = """{"opens":"2026-01-01","closes":"2099-12-31","closesWhenReached":false}""",
        ["POST /api/v1/surveys/{year}/{agency}/close"] = """{"reason":"ครบกำหนด"}""",
        ["POST /api/v1/surveys/{year}/{agency}/reopen"] = """{"reason":"ขยายเวลา","closes":"2099-12-31"}""",
        ["POST /api/v1/surveys/{year}/{agency}/{instrument}/otp"] = """{"phone":"0812345678"}""",
        ["POST /api/v1/surveys/{year}/{agency}/{instrument}/responses"] = Sheet(),
        ["POST /api/v1/results/{year}/{agency}/publish"] = """{"reason":"ครบกำหนด"}""",
        ["POST /api/v1/runs"] = """{"fiscalYear":2566,"scope":{"province":"ลำปาง","type":"อบต."},"kinds":["result"],"only":"missing","digits":"thai"}""",
        ["POST /api/v1/keys"] = """{"scope":"agency","agency":"FUZZ","note":"ทดลอง"}""",
    };

    private static readonly string[] Types =
        ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "text/csv"];

    /// <summary>A body; null for none.</summary>
    public static HttpContent? For(string operation, Random random)
    {
        var isTaken = Valid.TryGetValue(operation, out var valid);
        if (!isTaken && random.Next(2) == 0)
        {
            return null;
        }

        var bytes = Damaged(Encoding.UTF8.GetBytes(Changed(isTaken ? valid! : FuzzTexts.Pick([.. Valid.Values], random), random)), random);
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", random.Next(3) > 0 ? Types[0] : FuzzTexts.Pick(Types, random));
        return content;
    }

    private static string Sheet() => new JsonObject
    {
        ["code"] = "K7PM-X3HD-9QFT",
        ["nonce"] = "0123456789abcdef",
        ["answers"] = new JsonObject(SurveyCalls.Answers("IIT").Select(answer => KeyValuePair.Create(answer.Key, (JsonNode?)answer.Value))),
    }.ToJsonString();

    // Changes up to three values. Texts are written with escapes, so that half a surrogate pair can be among them.
    private static string Changed(string json, Random random)
    {
        var root = JsonNode.Parse(json)!;
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            var places = Places(root).ToList();
            if (places.Count > 0)
            {
                Change(FuzzTexts.Pick(places, random), random);
            }
        }

        return root.ToJsonString().Replace("HALF", "\\ud800", StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject item => item.Select(member => (node, (object)member.Key)).Concat(item.Where(one => one.Value is not null).SelectMany(one => Places(one.Value!))).ToList(),
        JsonArray list => Enumerable.Range(0, list.Count).Select(at => (node, (object)at)).Concat(list.Where(one => one is not null).SelectMany(one => Places(one!))).ToList(),
        _ => [],
    };

    private static void Change((JsonNode Parent, object Key) place, Random random)
    {
        var value = Value(random);
        switch (place.Parent)
        {
            case JsonObject item when random.Next(6) == 0:
                item.Remove((string)place.Key);
                break;
            case JsonObject item when random.Next(8) == 0:
                item[FuzzTexts.AnyOdd(random)] = value;
                break;
            case JsonObject item:
                item[(string)place.Key] = value;
                break;
            case JsonArray list:
                list[(int)place.Key] = value;
                break;
        }
    }

    private static JsonNode? Value(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-5, 3000),
        3 => JsonNode.Parse("1e400"),
        4 => 0.1m * random.Next(-2000, 2000),
        5 => new JsonArray(null, "x", 1),
        6 => new JsonObject { ["x"] = null },
        7 => JsonNode.Parse(new string('[', 30) + new string(']', 30)),
        8 => new string('ก', random.Next(2) == 0 ? 10_001 : 33_000),
        9 => "aHALFb",
        _ => FuzzTexts.AnyOdd(random),
    };

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                return bytes[..random.Next(bytes.Length + 1)];
            case 1 when bytes.Length > 0:
                bytes[random.Next(bytes.Length)] = 0xFF;
                return bytes;
            case 2:
                return [];
            default:
                return bytes;
        }
    }
}

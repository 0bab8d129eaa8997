
namespace Ita.App.Storage;

/// <summary>Every container, table and queue, by the name that triggers and infra use.</summary>
public static class StorageNames
{
    public static class Containers
    {
        /// <summary>Originals dropped by tools; UploadArrived watches it. Never overwritten or deleted by us.</summary>
        public const string Uploads = "uploads";

        /// <summary>Originals as they came. Never overwritten by us, and deleted only where they hold people's answers.</summary>
        public const string Incoming = "incoming";

        /// <summary>{upload}.csv: the rows refused, and why.</summary>
        public const string UploadErrors = "upload-errors";

        /// <summary>{year}/{agency}/v{n}.json: the full score tree with its trace.</summary>
        public const string Results = "results";

        /// <summary>{year}/{agency}/{kind}-v{n}.pdf: what was printed.</summary>
        public const string Reports = "reports";

        /// <summary>{year}/{agency}/{measure}/{sha256}: pictures of what was done, cleaned of what cameras write into them.</summary>
        public const string Pictures = "pictures";

        public static IReadOnlyList<string> All { get; } = [Uploads, Incoming, UploadErrors, Results, Reports, Pictures];
    }

    public static class Tables
    {
        /// <summary>year / code.</summary>
        public const string Agencies = "Agencies";

        /// <summary>year / agency: the current version's scores.</summary>
        public const string Results = "Results";

        /// <summary>year+agency / item.</summary>
        public const string ItemScores = "ItemScores";

        /// <summary>year+agency+survey / keyed hash of a nonce: answers only, never who (decision 0008).</summary>
        public const string Responses = "Responses";

        /// <summary>yyyymm / id.</summary>
        public const string Uploads = "Uploads";

        /// <summary>year+agency / id: plan and follow-up.</summary>
        public const string Measures = "Measures";

        /// <summary>year / run.</summary>
        public const string Runs = "Runs";

        /// <summary>run / subject and kind: what became of it, the run's manifest.</summary>
        public const string RunItems = "RunItems";

        /// <summary>year+agency / kind-version-digits: what was printed, with its SHA-256.</summary>
        public const string Reports = "Reports";

        /// <summary>year+agency / memo or circular: what the clerk fills in.</summary>
        public const string LetterHeads = "LetterHeads";

        /// <summary>first two digits of the id / id: which report a seal stands on, with its SHA-256.</summary>
        public const string Seals = "Seals";

        /// <summary>year+agency / item: address and remark of a checklist item.</summary>
        public const string Evidence = "Evidence";

        /// <summary>year / agency: a survey's period, its state and the hash of its code.</summary>
        public const string Surveys = "Surveys";

        /// <summary>year / agency: the random keys under which a survey hashes; those of its respondents go when it closes.</summary>
        public const string Secrets = "Secrets";

        /// <summary>year+agency+survey / keyed hash of a phone or address: its one-time password; gone when the survey closes.</summary>
        public const string Passwords = "Passwords";

        /// <summary>year+agency / what is limited: tries of the current window; gone when the survey closes.</summary>
        public const string Limits = "Limits";

        /// <summary>Hashed API keys and their scopes.</summary>
        public const string Keys = "Keys";

        /// <summary>Append-only log.</summary>
        public const string Audit = "Audit";

        public static IReadOnlyList<string> All { get; } =
            [
                Agencies, Results, ItemScores, Responses, Uploads, Measures, Runs, RunItems, Reports, LetterHeads, Seals, Evidence,
                Surveys, Secrets, Passwords, Limits, Keys, Audit,
            ];
    }

    public static class Queues
    {
        public const string Ingest = "ingest";
        public const string Score = "score";

        /// <summary>Prints that a person asked for.</summary>
        public const string Render = "render";

        /// <summary>Items of runs, apart from <see cref="Render"/> so that a print asked for by a person never waits behind a run.</summary>
        public const string RenderBatch = "render-batch";
        public const string Plan = "plan";

        /// <summary>One-time passwords for whatever gateway sends them; a message goes by itself when its password is worthless.</summary>
        public const string OtpOutbox = "otp-outbox";

        /// <summary>Where the Functions host moves a message that failed five times: the queue's name and this.</summary>
        public const string PoisonSuffix = "-poison";

        public const string IngestPoison = Ingest + PoisonSuffix;
        public const string ScorePoison = Score + PoisonSuffix;
        public const string RenderPoison = Render + PoisonSuffix;
        public const string RenderBatchPoison = RenderBatch + PoisonSuffix;
        public const string PlanPoison = Plan + PoisonSuffix;

        public static IReadOnlyList<string> All { get; } =
            [Ingest, Score, Render, RenderBatch, Plan, OtpOutbox, IngestPoison, ScorePoison, RenderPoison, RenderBatchPoison, PlanPoison];
    }
}

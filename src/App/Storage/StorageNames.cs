namespace Ita.App.Storage;

/// <summary>The names of all containers, tables and queues, shared with triggers and infra.</summary>
public static class StorageNames
{
    public static class Containers
    {
        /// <summary>Originals stored by external tools; UploadArrived watches it. The app never overwrites or deletes
        /// them.</summary>
        public const string Uploads = "uploads";

        /// <summary>Originals as they were received. Never overwritten, and deleted only when they contain people's
        /// answers or remarks.</summary>
        public const string Incoming = "incoming";

        /// <summary>{upload}.csv: the refused rows with their problems.</summary>
        public const string UploadErrors = "upload-errors";

        /// <summary>{year}/{agency}/v{n}.json: the full score tree with its trace.</summary>
        public const string Results = "results";

        /// <summary>{year}/{agency}/{kind}-v{n}-{seal}.pdf: printed reports.</summary>
        public const string Reports = "reports";

        /// <summary>{year}/{agency}/{measure}/{sha256}: evidence pictures, without the metadata that cameras write
        /// into them; emblems/{year}/{agency} and emblems/operator: emblems of documents.</summary>
        public const string Pictures = "pictures";

        /// <summary>{year}/{n}.json: uploaded versions of frameworks, see <see cref="KnownFrameworks"/>.</summary>
        public const string Frameworks = "frameworks";

        public static IReadOnlyList<string> All { get; } = [Uploads, Incoming, UploadErrors, Results, Reports, Pictures, Frameworks];
    }

    public static class Tables
    {
        /// <summary>Partition year, row agency.</summary>
        public const string Agencies = "Agencies";

        /// <summary>Partition year, row agency: the scores of the current version.</summary>
        public const string Results = "Results";

        /// <summary>Partition year, row agency: all stated figures of the agency, packed into one row.</summary>
        public const string ItemScores = "ItemScores";

        /// <summary>Partition year, agency and survey; row keyed hash of a nonce. Answers only, never who gave them
        /// (docs/decisions/0008).</summary>
        public const string Responses = "Responses";

        /// <summary>Partition month (yyyymm), row id.</summary>
        public const string Uploads = "Uploads";

        /// <summary>Partition year and agency, row id: plan and follow-up.</summary>
        public const string Measures = "Measures";

        /// <summary>Partition year, row run.</summary>
        public const string Runs = "Runs";

        /// <summary>Partition run, row subject and kind: the outcome of each item, the run's manifest.</summary>
        public const string RunItems = "RunItems";

        /// <summary>Partition year and agency, row kind, version and digits: printed reports with their
        /// SHA-256.</summary>
        public const string Reports = "Reports";

        /// <summary>Partition year and agency, row memo or circular: the lines filled in by officers.</summary>
        public const string LetterHeads = "LetterHeads";

        /// <summary>Partition year, row agency: the settings of an agency for its documents.</summary>
        public const string Settings = "Settings";

        /// <summary>Partition first two digits of the id, row id: the report that has this seal, with its
        /// SHA-256.</summary>
        public const string Seals = "Seals";

        /// <summary>Partition year and agency, row item: address and remark of a checklist item.</summary>
        public const string Evidence = "Evidence";

        /// <summary>Partition year and agency, row instrument: masked remarks of assessors and respondents.</summary>
        public const string Remarks = "Remarks";

        /// <summary>Partition year, row agency: a survey's period, its state and the hash of its code.</summary>
        public const string Surveys = "Surveys";

        /// <summary>Partition year, row agency: the random keys of a survey's hashes. The keys for respondents are
        /// deleted when it closes.</summary>
        public const string Secrets = "Secrets";

        /// <summary>Partition year, agency and survey; row keyed hash of a phone number or address: its one-time
        /// password. Deleted when the survey closes.</summary>
        public const string Passwords = "Passwords";

        /// <summary>Partition year and agency, row the limited action: attempts in the current window, for limits of one survey. Deleted
        /// when the survey closes.</summary>
        public const string Limits = "Limits";

        /// <summary>Partition day in UTC, row the limited action: attempts that are counted over all agencies and years, and the random key
        /// of that day's hashes. Deleted a day later.</summary>
        public const string SharedLimits = "SharedLimits";

        /// <summary>Partition year and agency, or all; row day in Thailand: how many letters were sent, tried again and given up.</summary>
        public const string Deliveries = "Deliveries";

        /// <summary>Partition year; row window: the days of appeals, or agency and number: a comment of an agency on its draft.</summary>
        public const string Appeals = "Appeals";

        /// <summary>Partition table, row year: a random text that is replaced when a row of the table's year changes, see
        /// <see cref="YearLists"/>.</summary>
        public const string Changes = "Changes";

        /// <summary>Hashed API keys and their scopes.</summary>
        public const string Keys = "Keys";

        /// <summary>Append-only log.</summary>
        public const string Audit = "Audit";

        public static IReadOnlyList<string> All { get; } =
            [
                Agencies, Results, ItemScores, Responses, Uploads, Measures, Runs, RunItems, Reports, LetterHeads, Settings, Seals,
                Evidence, Remarks, Surveys, Secrets, Passwords, Limits, SharedLimits, Deliveries, Appeals, Changes, Keys, Audit,
            ];
    }

    public static class Queues
    {
        public const string Ingest = "ingest";
        public const string Score = "score";

        /// <summary>Prints requested one by one.</summary>
        public const string Render = "render";

        /// <summary>Items of runs; separate from <see cref="Render"/> so that a requested print never waits for a
        /// run.</summary>
        public const string RenderBatch = "render-batch";

        /// <summary>Prints that took too long in one of the two queues before; separate, so that no other print waits for
        /// them.</summary>
        public const string RenderApart = "render-apart";
        public const string Plan = "plan";

        /// <summary>Starts a delivery of the letters on <see cref="OtpLetters"/>. Its messages contain no data of a letter.</summary>
        public const string OtpOutbox = "otp-outbox";

        /// <summary>Messages with one-time passwords and their receivers. Each expires with its password. No trigger reads this queue, so
        /// that none of them comes to a poison queue (docs/decisions/0051).</summary>
        public const string OtpLetters = "otp-letters";

        /// <summary>The Functions host moves a message that failed five times to the queue with this suffix.</summary>
        public const string PoisonSuffix = "-poison";

        public const string IngestPoison = Ingest + PoisonSuffix;
        public const string ScorePoison = Score + PoisonSuffix;
        public const string RenderPoison = Render + PoisonSuffix;
        public const string RenderBatchPoison = RenderBatch + PoisonSuffix;
        public const string RenderApartPoison = RenderApart + PoisonSuffix;
        public const string PlanPoison = Plan + PoisonSuffix;
        public const string OtpOutboxPoison = OtpOutbox + PoisonSuffix;

        public static IReadOnlyList<string> All { get; } =
            [
                Ingest, Score, Render, RenderBatch, RenderApart, Plan, OtpOutbox, OtpLetters,
                IngestPoison, ScorePoison, RenderPoison, RenderBatchPoison, RenderApartPoison, PlanPoison, OtpOutboxPoison,
            ];
    }
}

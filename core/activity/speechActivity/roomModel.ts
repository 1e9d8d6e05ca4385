import { LevelHistogram } from '../../features/levelHistogram.ts';

/** Memory of levels: 20 s of frames. */
const MEMORY_FRAMES = 2000;
/** Memory of the talker's level: 100 s of speech, so that the room does not become the talker while they listen. */
const LONG_MEMORY_FRAMES = 10_000;

/** A frame with a higher model probability counts as speech. */
const SPEECH_LIKE = 0.5;
/** Frames of speech needed to know the talker's own level. */
const TALKER_KNOWN_FRAMES = 20;

/** The floor follows the power only at levels less than this above the quiet decile. */
const FLOOR_REACH_DB = 5;
/** Slowest rate at which the floor follows: a time constant of 6 s. */
const FLOOR_RATE = 1 / 600;

/** A background frame is at most this far above the quiet decile, or at least this far below the talker's own level. */
const NEAR_QUIET_DB = 3;
const BELOW_TALKER_DB = 14;
/** Frames before background counts as the room: a pause within speech does not. */
const BACKGROUND_AFTER_FRAMES = 35;
/** Length of the quietest moments, after which the model no longer hears the preceding speech. */
const QUIET_AFTER_FRAMES = 12;
/** Frames of prior weight of a speech-likeness of 0, and its slowest rate of change, a time constant of 10 s. */
const PRIOR_FRAMES = 100;
const SPEECH_LIKENESS_RATE = 1 / 1000;

/** Description of talker and room after a frame. Levels are dB of mean square, full scale ±1. */
export interface Room {
  /** Power of the background. */
  readonly floorDb: number;
  /** Quiet decile, median and loudest 5% of all levels of the last 20 s. */
  readonly quietDb: number;
  readonly medianDb: number;
  readonly loudDb: number;
  /** Loudest 5%, median and quiet decile of the levels of 20 s of frames with speech, according to the model. */
  readonly talkerDb: number;
  readonly speechMedianDb: number;
  readonly speechQuietDb: number;
  /** Loudest 2% of the same levels over 100 s. */
  readonly longTalkerDb: number;
  /** Mean probability in the background: near 0 in noise, above 0.5 if other people talk. */
  readonly speechLikeness: number;
  /** Mean probability in the quietest moments, where the talker's own soft voice is not mistaken for the room. */
  readonly quietLikeness: number;
  /** Frames of speech in memory, at most 2000. */
  readonly speechFrames: number;
}

/** Learns, frame by frame, the level of the person at the microphone and the sound of the room behind them. */
export class RoomModel {
  readonly #levels150 = new LevelHistogram(MEMORY_FRAMES);
  readonly #levels30 = new LevelHistogram(MEMORY_FRAMES);
  readonly #speech = new LevelHistogram(MEMORY_FRAMES);
  readonly #longSpeech = new LevelHistogram(LONG_MEMORY_FRAMES);
  #speechFrames = 0;
  #floorPower = 0;
  #floorFrames = 0;
  readonly #background = new RunningLikeness(BACKGROUND_AFTER_FRAMES);
  readonly #quiet = new RunningLikeness(QUIET_AFTER_FRAMES);
  readonly #room: { -readonly [Name in keyof Room]: Room[Name] } = {
    floorDb: 0,
    quietDb: 0,
    medianDb: 0,
    loudDb: 0,
    talkerDb: 0,
    speechMedianDb: 0,
    speechQuietDb: 0,
    longTalkerDb: 0,
    speechLikeness: 0,
    quietLikeness: 0,
    speechFrames: 0,
  };

  /**
   * @param power mean square of the frame, above 0
   * @param level30Db level over 30 ms
   * @param level150Db level over 150 ms
   * @param probability the model's speech probability, 0…1
   * @returns the same object every time, overwritten
   */
  next(power: number, level30Db: number, level150Db: number, probability: number): Room {
    this.#levels150.add(level150Db);
    this.#levels30.add(level30Db);
    if (probability > SPEECH_LIKE) {
      this.#speech.add(level30Db);
      this.#longSpeech.add(level30Db);
      this.#speechFrames += 1 - this.#speechFrames / MEMORY_FRAMES;
    }
    const quietDb = this.#levels150.percentileDb(0.1) ?? level150Db;
    const loudDb = this.#levels30.percentileDb(0.95) ?? level30Db;
    const talkerKnown = this.#speechFrames >= TALKER_KNOWN_FRAMES;
    const talkerDb = (talkerKnown ? this.#speech.percentileDb(0.95) : undefined) ?? loudDb;

    if (this.#floorFrames === 0 || level150Db < quietDb + FLOOR_REACH_DB) this.#followFloor(power);
    const nearQuiet = level150Db < quietDb + NEAR_QUIET_DB;
    const isBackground = nearQuiet || (talkerKnown && level150Db < talkerDb - BELOW_TALKER_DB);
    const room = this.#room;
    room.floorDb = 10 * Math.log10(this.#floorPower);
    room.quietDb = quietDb;
    room.medianDb = this.#levels30.percentileDb(0.5) ?? level30Db;
    room.loudDb = loudDb;
    room.talkerDb = talkerDb;
    room.speechMedianDb = this.#speech.percentileDb(0.5) ?? quietDb;
    room.speechQuietDb = this.#speech.percentileDb(0.1) ?? quietDb;
    room.longTalkerDb = (talkerKnown ? this.#longSpeech.percentileDb(0.98) : undefined) ?? loudDb;
    room.speechLikeness = this.#background.next(isBackground, probability);
    room.quietLikeness = this.#quiet.next(nearQuiet, probability);
    room.speechFrames = this.#speechFrames;
    return room;
  }

  #followFloor(power: number): void {
    this.#floorFrames += 1;
    this.#floorPower += Math.max(FLOOR_RATE, 1 / this.#floorFrames) * (power - this.#floorPower);
  }
}

/** Mean probability over frames of one kind, after the first ones of each run. */
class RunningLikeness {
  readonly #afterFrames: number;
  #run = 0;
  #frames = PRIOR_FRAMES;
  #mean = 0;

  /** @param afterFrames consecutive frames of the kind to skip */
  constructor(afterFrames: number) {
    this.#afterFrames = afterFrames;
  }

  next(isOfKind: boolean, probability: number): number {
    this.#run = isOfKind ? this.#run + 1 : 0;
    if (this.#run > this.#afterFrames) {
      this.#frames += 1;
      this.#mean += Math.max(SPEECH_LIKENESS_RATE, 1 / this.#frames) * (probability - this.#mean);
    }
    return this.#mean;
  }
}

/** Whole numbers that arrive one by one; room doubles, in place where the machine can. */
export class GrowingCodes {
  #room = new Int32Array(1024);
  #length = 0;

  push(code: number): void {
    if (this.#length === this.#room.length)
      this.#room = new Int32Array(this.#room.buffer.transfer(this.#room.byteLength * 2));
    this.#room[this.#length++] = code;
  }

  /** What has arrived, without the spare room. Nothing may be pushed afterwards. */
  done(): Int32Array {
    return new Int32Array(this.#room.buffer.transfer(this.#length * Int32Array.BYTES_PER_ELEMENT));
  }
}

/** The same for ratings. */
export class GrowingValues {
  #room = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#room.length)
      this.#room = new Float64Array(this.#room.buffer.transfer(this.#room.byteLength * 2));
    this.#room[this.#length++] = value;
  }

  done(): Float64Array {
    return new Float64Array(
      this.#room.buffer.transfer(this.#length * Float64Array.BYTES_PER_ELEMENT),
    );
  }
}
